import { createLowlight } from 'lowlight'
import type { LanguageFn } from 'highlight.js'
import type { Language } from '#lib/doc/languages.ts'

/** A stretch of code that is drawn in one way, in UTF-16 code units from its beginning. */
export interface Stretch {
  readonly from: number
  readonly to: number
  readonly classes: string
}

const GRAMMARS: Readonly<Record<Language, () => Promise<{ default: LanguageFn }>>> = {
  bash: () => import('highlight.js/lib/languages/bash'),
  c: () => import('highlight.js/lib/languages/c'),
  cpp: () => import('highlight.js/lib/languages/cpp'),
  csharp: () => import('highlight.js/lib/languages/csharp'),
  css: () => import('highlight.js/lib/languages/css'),
  diff: () => import('highlight.js/lib/languages/diff'),
  dockerfile: () => import('highlight.js/lib/languages/dockerfile'),
  go: () => import('highlight.js/lib/languages/go'),
  graphql: () => import('highlight.js/lib/languages/graphql'),
  html: () => import('highlight.js/lib/languages/xml'),
  http: () => import('highlight.js/lib/languages/http'),
  java: () => import('highlight.js/lib/languages/java'),
  javascript: () => import('highlight.js/lib/languages/javascript'),
  json: () => import('highlight.js/lib/languages/json'),
  kotlin: () => import('highlight.js/lib/languages/kotlin'),
  markdown: () => import('highlight.js/lib/languages/markdown'),
  php: () => import('highlight.js/lib/languages/php'),
  python: () => import('highlight.js/lib/languages/python'),
  ruby: () => import('highlight.js/lib/languages/ruby'),
  rust: () => import('highlight.js/lib/languages/rust'),
  sql: () => import('highlight.js/lib/languages/sql'),
  swift: () => import('highlight.js/lib/languages/swift'),
  typescript: () => import('highlight.js/lib/languages/typescript'),
  yaml: () => import('highlight.js/lib/languages/yaml'),
}

const lowlight = createLowlight()

/** Fetches the grammar of a language, once. */
export async function fetchGrammar(language: Language): Promise<void> {
  if (lowlight.registered(language)) return
  const { default: grammar } = await GRAMMARS[language]()
  lowlight.register(language, grammar)
}

/** Gives how code is drawn; nothing while its grammar is not here. */
export function highlight(language: Language, code: string): Stretch[] {
  if (!lowlight.registered(language)) return []
  const stretches: Stretch[] = []
  type Tree = ReturnType<typeof lowlight.highlight>
  let at = 0
  const walk = (nodes: Tree['children'], around: readonly string[]) => {
    for (const node of nodes) {
      if (node.type === 'text') {
        if (around.length > 0)
          stretches.push({ from: at, to: at + node.value.length, classes: around.join(' ') })
        at += node.value.length
      } else if (node.type === 'element') {
        const names = node.properties.className
        walk(node.children, [...around, ...(Array.isArray(names) ? names.map(String) : [])])
      }
    }
  }
  walk(lowlight.highlight(language, code).children, [])
  return stretches
}
