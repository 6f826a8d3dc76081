import { firstAreas, type FirstTexts } from '#components/language/firstTexts.ts'
import { fetchMessages } from '#components/language/messages.ts'
import { requestLanguage } from '../../../language.ts'
import { WorkspaceApp } from './WorkspaceApp.tsx'

/**
 * One page for every address inside a workspace. What it renders does not depend on the address, so that the one copy a
 * browser keeps opens any of them offline; the address is read in the browser.
 */
export default async function WorkspacePage() {
  const language = await requestLanguage()
  const messages = (await fetchMessages(language, firstAreas(language))) as FirstTexts['messages']
  return <WorkspaceApp texts={{ language, messages }} />
}
