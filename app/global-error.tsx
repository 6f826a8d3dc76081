'use client'

import './globals.css'
import { pageLanguage } from '#components/language/pageLanguage.ts'
import { ErrorScreen } from '#components/shell/ErrorScreen.tsx'
import { directionOf } from '#lib/language/languages.ts'

/** Even the layout failed: this page stands on its own. */
export default function GlobalErrorPage({ error }: { readonly error: Error }) {
  const language = pageLanguage()
  return (
    <html lang={language} dir={directionOf(language)}>
      <head>
        <title>Sluice</title>
      </head>
      <body>
        <ErrorScreen error={error} retry={() => location.reload()} />
      </body>
    </html>
  )
}
