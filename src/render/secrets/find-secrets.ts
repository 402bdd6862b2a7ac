/** A secret in a text. */
export interface Secret {
  /** UTF-16 offset of its first character. */
  offset: number;
  /** What it opens, with its article: `a GitHub token`. */
  name: string;
}

/** What each rule of the preset finds, by the end of its name. */
const names: Readonly<Record<string, string>> = {
  '1password': 'a 1Password service account token',
  anthropic: 'an Anthropic key',
  aws: 'an AWS secret access key',
  basicauth: 'an address with a password',
  cloudflare: 'a Cloudflare token',
  'database-connection-string': 'a database address with a password',
  databricks: 'a Databricks token',
  docker: 'a Docker token',
  figma: 'a Figma token',
  gcp: 'a Google Cloud key',
  github: 'a GitHub token',
  gitlab: 'a GitLab token',
  grafana: 'a Grafana token',
  groq: 'a Groq key',
  'hashicorp-vault': 'a Vault token',
  huggingface: 'a Hugging Face token',
  linear: 'a Linear key',
  notion: 'a Notion token',
  npm: 'an npm token',
  openai: 'an OpenAI key',
  privatekey: 'a private key',
  sendgrid: 'a SendGrid key',
  shopify: 'a Shopify token',
  slack: 'a Slack token or webhook',
  stripe: 'a Stripe key',
  tailscale: 'a Tailscale key',
  vercel: 'a Vercel token',
};

/**
 * Secrets in a text, in their order, as secretlint's recommended preset finds them. Comments for secretlint are not
 * heard: the product has its own, and asks them for a reason.
 */
export async function findSecrets(text: string): Promise<Secret[]> {
  const [{ lintSource }, { creator }] = await library();
  const { messages } = await lintSource({
    source: { content: text, filePath: 'text.md', ext: '.md', contentType: 'text' },
    options: {
      noPhysicFilePath: true,
      config: {
        rules: [
          {
            id: creator.meta.id,
            rule: creator,
            rules: [{ id: '@secretlint/secretlint-rule-filter-comments', disabled: true }],
          },
        ],
      },
    },
  });
  const found = messages.map(({ range: [start], ruleId, data }) => ({
    offset: offsetOf(text, start, data),
    name: names[ruleId.replace(/^.*secretlint-rule-/, '')] ?? 'a secret',
  }));
  // Two rules may know one secret; it is told once.
  return [...new Map(found.map((secret) => [secret.offset, secret])).values()];
}

// Loaded where there is something to look at: it takes as long as a hundred files.
let loading: ReturnType<typeof load> | undefined;

function library(): ReturnType<typeof load> {
  loading ??= load();
  return loading;
}

function load() {
  return Promise.all([import('@secretlint/core'), import('@secretlint/secretlint-rule-preset-recommend')]);
}

/** Of the secret itself where secretlint's range begins at what stands before it, as with `AWS_SECRET_ACCESS_KEY=`. */
function offsetOf(text: string, start: number, data: unknown): number {
  if (typeof data !== 'object' || data === null) return start;
  const [value] = Object.values(data);
  const at = typeof value === 'string' && value !== '' ? text.indexOf(value, start) : -1;
  return at === -1 ? start : at;
}
