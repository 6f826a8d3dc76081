'use client'

import './globals.css'
import { ErrorScreen } from '#components/shell/ErrorScreen.tsx'

/** Even the layout failed: this page stands on its own. */
export default function GlobalErrorPage({ error }: { readonly error: Error }) {
  return (
    <html lang="en">
      <head>
        <title>Sluice</title>
      </head>
      <body>
        <ErrorScreen error={error} retry={() => location.reload()} />
      </body>
    </html>
  )
}
