/** For the script of a brief. */
export const briefTools = {
  label: 'Send it',
  mail: 'Copy as e-mail',
  text: 'Copy as text',
  html: 'Save as .html',
  txt: 'Save as .txt',
  print: 'Print',
  copied: 'Copied.',
  failed: 'The browser did not allow copying. Mark the page and copy it by hand.',
};
