import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTranslator } from 'use-intl/core'
import { fetchMessages, type Messages } from '#components/language/messages.ts'
import {
  directionOf,
  type Language,
  LANGUAGE_COOKIE,
  LANGUAGES,
  LOCALES,
} from '#lib/language/languages.ts'

// The files of the build are complete only when it is over.
export const dynamic = 'force-dynamic'

let script: Promise<string> | null = null

/** Gives the service worker the list of all files the app is made of, the build's name, and what it says without a page. */
export async function GET(): Promise<Response> {
  script ??= writeScript()
  try {
    return new Response(await script, {
      headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache' },
    })
  } catch {
    script = null
    return new Response('', { status: 404 })
  }
}

async function writeScript(): Promise<string> {
  const root = process.cwd()
  const build = await readFile(join(/* turbopackIgnore: true */ root, '.next', 'BUILD_ID'), 'utf8')
  const chunks = await filesIn(join(/* turbopackIgnore: true */ root, '.next', 'static'))
  const icons = await filesIn(join(/* turbopackIgnore: true */ root, 'public', 'icons'))
  const files = [
    ...chunks.filter((file) => !file.endsWith('.map')).map((file) => `/_next/static/${file}`),
    ...icons.map((file) => `/icons/${file}`),
    '/favicon.ico',
    '/manifest.webmanifest',
  ].sort()
  const unreachable = await Promise.all(LANGUAGES.map(unreachableIn))
  const given = { build: build.trim(), files, languageCookie: LANGUAGE_COOKIE, unreachable }
  return `self.SLUICE = ${JSON.stringify(given)}\n`
}

/** What stands in place of a page that is not kept, in a language. */
async function unreachableIn(language: Language) {
  const messages = (await fetchMessages(language, ['pages'])) as Messages
  const t = createTranslator({
    locale: LOCALES[language],
    messages,
    namespace: 'pages.unreachable',
  })
  const texts = { title: t('title'), lead: t('lead'), again: t('again') }
  return { language, direction: directionOf(language), ...texts }
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
}
