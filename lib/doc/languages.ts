/** The languages that code may be in, as they are called. */
export const LANGUAGES = {
  bash: 'Shell',
  c: 'C',
  cpp: 'C++',
  csharp: 'C#',
  css: 'CSS',
  diff: 'Diff',
  dockerfile: 'Dockerfile',
  go: 'Go',
  graphql: 'GraphQL',
  html: 'HTML',
  http: 'HTTP',
  java: 'Java',
  javascript: 'JavaScript',
  json: 'JSON',
  kotlin: 'Kotlin',
  markdown: 'Markdown',
  php: 'PHP',
  python: 'Python',
  ruby: 'Ruby',
  rust: 'Rust',
  sql: 'SQL',
  swift: 'Swift',
  typescript: 'TypeScript',
  yaml: 'YAML',
} as const
export type Language = keyof typeof LANGUAGES

/** What people write behind the three backticks, and pages in their class names. */
const ALIASES: Readonly<Record<string, Language>> = {
  sh: 'bash',
  shell: 'bash',
  zsh: 'bash',
  console: 'bash',
  'c++': 'cpp',
  cs: 'csharp',
  'c#': 'csharp',
  patch: 'diff',
  docker: 'dockerfile',
  golang: 'go',
  gql: 'graphql',
  xml: 'html',
  htm: 'html',
  svg: 'html',
  js: 'javascript',
  jsx: 'javascript',
  mjs: 'javascript',
  kt: 'kotlin',
  md: 'markdown',
  py: 'python',
  rb: 'ruby',
  rs: 'rust',
  ts: 'typescript',
  tsx: 'typescript',
  yml: 'yaml',
}

export function isLanguage(language: unknown): language is Language {
  return typeof language === 'string' && Object.hasOwn(LANGUAGES, language)
}

/** Gives the language that somebody named, or null for none that is known. */
export function readLanguage(named: unknown): Language | null {
  if (typeof named !== 'string') return null
  const name = named.trim().toLowerCase()
  if (isLanguage(name)) return name
  return Object.hasOwn(ALIASES, name) ? (ALIASES[name] ?? null) : null
}
