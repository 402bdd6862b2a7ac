export const rules = {
  title: 'Every message explained',
  lead: 'What npm run check looks after, why, and the line to write instead.',
  explained:
    'Each message ends with its rule in brackets. An error stops the build; a warning and advice don’t. Settings may change a rule’s weight, except where it says always.',
  weights: { error: 'error', warning: 'warning', advice: 'advice', off: 'switched off' },
  always: 'always',
  mended: 'mended by --fix',
  ask: 'Ask instead:',
  askTitle: 'What to ask instead',
  examples: 'Examples',
  disable: 'Where it is wrong',
  disableHere: 'In one place, for the paragraph, list or heading that follows, with the reason:',
  disableComment: (rule: string) => `{/* disable ${rule}: a quotation, word for word */}`,
  disableEverywhere:
    'Everywhere, or with another weight (error, warning, advice, off), in content/settings.yaml:',
  disableSetting: (rule: string) => `rules:\n  ${rule}: off`,
  wrong: 'Found',
  right: 'Instead',
  noFile: 'There is no such file.',
  groups: 'On this page',
};
