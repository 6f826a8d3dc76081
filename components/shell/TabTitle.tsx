import { useDocumentTitle } from './useDocumentTitle.ts'

/** What the browser's tab says of the page. */
export default function TabTitle() {
  useDocumentTitle()
  return null
}
