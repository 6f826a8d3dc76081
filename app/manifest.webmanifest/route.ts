import { manifest } from '#components/shell/manifest.ts'
import { requestLanguage, requestTexts } from '../language.ts'

// Of each request, because of the language.
export const dynamic = 'force-dynamic'

/** Gives what the app is called on a home screen, in the language of whoever asks: the page's link sends its cookies along. */
export async function GET(): Promise<Response> {
  const [language, texts] = await Promise.all([requestLanguage(), requestTexts('pages')])
  return Response.json(manifest(language, texts), {
    headers: {
      'content-type': 'application/manifest+json; charset=utf-8',
      'cache-control': 'no-cache',
      vary: 'Cookie, Accept-Language',
    },
  })
}
