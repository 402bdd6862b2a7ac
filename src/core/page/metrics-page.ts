import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { ageFigure, backlogFigure, datesMetFigure } from '../metrics/backlog-figures.ts';
import { casesOf } from '../metrics/cases.ts';
import { durationFigure, reviewFigure } from '../metrics/duration-figures.ts';
import { capacityFigure, effortFigure } from '../metrics/effort-figures.ts';
import type { Figure } from '../metrics/figures.ts';
import {
  raisedByFigure,
  severityFigure,
  systemFirstFigure,
  triageFigure,
} from '../metrics/incident-figures.ts';
import { questionsFigure } from '../metrics/question-figure.ts';
import { yearSoFar } from '../metrics/year-so-far.ts';
import { remembered } from '../remembered.ts';
import type { MetricsPage } from './metrics-model.ts';

// The home page, the metrics and every figure's own page ask for the same numbers, so each is counted once.
const pages = new WeakMap<CatalogIndex, MetricsPage>();

/** What the numbers say, each with the pages it was counted from. */
export function metricsPage(index: CatalogIndex): MetricsPage {
  return remembered(pages, index, () => countAll(index));
}

function countAll(index: CatalogIndex): MetricsPage {
  const cases = casesOf(index);
  const severities = index.catalog.settings.severities.toSorted((a, b) => a.level - b.level);
  const figures: (Figure | null)[] = [
    severityFigure(cases, severities),
    raisedByFigure(cases),
    triageFigure(cases),
    systemFirstFigure(cases),
    durationFigure('detect', cases),
    durationFigure('respond', cases),
    durationFigure('mitigate', cases),
    durationFigure('resolve', cases),
    effortFigure(cases),
    capacityFigure(cases, index),
    backlogFigure(cases),
    datesMetFigure(cases),
    ageFigure(cases),
    questionsFigure(cases),
    reviewFigure(cases, index),
  ];
  return {
    yearSoFar: yearSoFar(cases),
    figures: figures.filter((figure) => figure !== null),
    builtOn: index.today,
    period: cases.calendar.unit,
    incidents: cases.incidents.length,
    elsewhere: cases.elsewhere,
    severities: severities.map(({ level, name }) => ({ level, name })),
  };
}
