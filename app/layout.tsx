import './globals.css'
import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { LANGUAGE_SCRIPT } from '#components/language/chosenLanguage.ts'
import { THEME_SCRIPT } from '#components/ui/theme.ts'
import { directionOf } from '#lib/language/languages.ts'
import { fontVariables } from './fonts.ts'
import { requestLanguage, requestTexts } from './language.ts'

// Every page carries the nonce of its own request.
export const dynamic = 'force-dynamic'

const METADATA: Metadata = {
  title: { default: 'Sluice', template: '%s · Sluice' },
  applicationName: 'Sluice',
  icons: {
    icon: [
      { url: '/favicon.ico', sizes: '32x32' },
      { url: '/icons/icon.svg', type: 'image/svg+xml' },
    ],
    apple: '/icons/apple-180.png',
  },
  appleWebApp: { capable: true, title: 'Sluice', statusBarStyle: 'default' },
  formatDetection: { telephone: false },
  robots: { index: false, follow: false },
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await requestTexts('pages')
  return { ...METADATA, description: t('app.description') }
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  interactiveWidget: 'resizes-content',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fafafb' },
    { media: '(prefers-color-scheme: dark)', color: '#0d0e12' },
  ],
}

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined
  const language = await requestLanguage()
  return (
    <html
      lang={language}
      dir={directionOf(language)}
      className={fontVariables}
      suppressHydrationWarning
    >
      <head>
        {/* With cookies, which browsers leave out otherwise: it is in the language that was chosen. */}
        <link rel="manifest" href="/manifest.webmanifest" crossOrigin="use-credentials" />
        {/* Before the first paint, or a dark desk flashes white, and a kept page in another language. */}
        <script
          nonce={nonce}
          suppressHydrationWarning
          dangerouslySetInnerHTML={{ __html: `${THEME_SCRIPT};${LANGUAGE_SCRIPT}` }}
        />
      </head>
      <body>
        <div id="app">{children}</div>
      </body>
    </html>
  )
}
