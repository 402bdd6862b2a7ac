import { z } from 'zod';
import { personSchema } from '../catalog/people.ts';
import { settingsSchema } from '../catalog/settings-schema.ts';
import { systemSchema } from '../catalog/systems.ts';
import { weights } from '../diagnostic.ts';
import { onDutySchema } from '../on-duty/read-on-duty.ts';
import { factsSchema } from '../postmortem/facts-schema.ts';
import { ruleNames, rules } from '../rules.ts';

/** The JSON Schemas that editors complete and explain YAML with, by their file's name in `schemas/`. */
export function editorSchemas(): Record<string, object> {
  const settings = schemaOf(settingsSchema.meta({ title: 'settings.yaml' })) as {
    properties: Record<string, object>;
  };
  return {
    'postmortem.schema.json': schemaOf(factsSchema.meta({ title: 'The front matter of a postmortem' })),
    'settings.schema.json': {
      ...settings,
      properties: { ...settings.properties, rules: ruleProperties() },
    },
    'systems.schema.json': schemaOf(z.array(systemSchema).meta({ title: 'systems.yaml' })),
    'people.schema.json': schemaOf(z.array(personSchema).meta({ title: 'people.yaml' })),
    'on-duty.schema.json': schemaOf(onDutySchema.meta({ title: 'on-duty.yaml' })),
  };
}

function schemaOf(schema: z.ZodType): object {
  return z.toJSONSchema(schema, { io: 'input', target: 'draft-07' });
}

/** Rules by their names, which the schema that reads settings takes as they come, to propose the nearest one. */
function ruleProperties(): object {
  return {
    description: 'Rules of check that weigh more or less than usual.',
    type: 'object',
    properties: Object.fromEntries(
      ruleNames
        .filter((name) => !('fixed' in rules[name as keyof typeof rules]))
        .map((name) => [name, { description: rules[name as keyof typeof rules].description, enum: weights }]),
    ),
    additionalProperties: false,
  };
}
