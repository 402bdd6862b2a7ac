const lying = /^(\s*(?:flowchart|graph|flowchart-elk)[ \t]+)(?:LR|RL)\b/mu;

/**
 * A flowchart that runs sideways, running downwards: a narrow screen and a sheet of paper are higher than wide. Null for
 * every other diagram.
 */
export function uprightSource(source: string): string | null {
  return lying.test(source) ? source.replace(lying, '$1TB') : null;
}
