/**
 * What every finding of secretlint's recommended preset contains. A test draws texts from the preset's own expressions
 * and holds these against them, so that no rule of a later version is left out.
 */
const traces = [
  'T3BlbkFJ', // OpenAI
  'sk-ant-', // Anthropic
  'gsk_', // Groq
  'hf_[a-zA-Z]{4}', // Hugging Face
  'lin_api_', // Linear
  'ntn_\\d', // Notion
  'npm_\\w{4}|_authToken=|:x-oauth-basic@',
  '(?:SECRET|[Ss]ecret)_?(?:ACCESS|[Aa]ccess)_?(?:KEY|[Kk]ey)', // AWS
  '-----BEGIN',
  'xox[abopr]-|xapp-', // Slack
  'SG\\.\\w', // SendGrid
  'shp(?:pa|ca|at|ss)_', // Shopify
  '[rs]k_(?:live|test)_', // Stripe
  'gh[oprsu]_\\w|github_pat_',
  'glpat-', // GitLab
  'glc_|glsa_', // Grafana
  'ops_ey', // 1Password
  'hv[brs]\\.', // HashiCorp Vault
  'vc[aciprk]_', // Vercel
  'dapi[A-Fa-f\\d]', // Databricks
  'dckr_pat_', // Docker
  'figd_', // Figma
  'cfk_|cfut_|cfat_', // Cloudflare
  'tskey-', // Tailscale
  // A name and a password before the host; protocols of databases stand in any case.
  '://[^\\s:/]{1,256}:[^\\s@/]{1,256}@',
  '[Hh][Oo]{2}[Kk][Ss]\\.[Ss][Ll][Aa][Cc][Kk]\\.', // Slack's webhooks
].join('|');

const trace = new RegExp(traces);

/** Whether secretlint might find something in a text. Cheap; most texts hold nothing that is even like a secret. */
export function mayHoldSecret(text: string): boolean {
  return trace.test(text);
}
