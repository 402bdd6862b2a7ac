import type { CatalogIndex } from '../catalog/catalog-index.ts';
import type { Question } from '../vocabulary.ts';
import { postmortemCard } from './card.ts';
import { backlogRow, ideaModel, listWriter } from './items.ts';
import type { QuestionPage } from './model.ts';
import type { Rendering } from './rendering.ts';

/** Every idea and improvement the organisation ever had for one question, newest incident first. */
export function questionPage(index: CatalogIndex, question: Question, rendering: Rendering): QuestionPage {
  const groups = index.catalog.postmortems.flatMap((postmortem) => {
    const answer = postmortem.questions[question];
    if (answer === undefined || answer.ideas.length + answer.improvements.length === 0) return [];
    const writer = listWriter(index, postmortem, rendering);
    return [
      {
        postmortem: postmortemCard(index, postmortem),
        ideas: answer.ideas.map((idea) => ideaModel(index, postmortem, question, idea, writer)),
        improvements: answer.improvements.map((improvement) =>
          backlogRow(index, { postmortem, improvement }, rendering),
        ),
      },
    ];
  });
  return { question, groups };
}
