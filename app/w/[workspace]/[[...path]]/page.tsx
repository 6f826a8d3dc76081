import { WorkspaceApp } from './WorkspaceApp.tsx'

/**
 * One page for every address inside a workspace. What it renders does not depend on the address, so that the one copy a
 * browser keeps opens any of them offline; the address is read in the browser.
 */
export default function WorkspacePage() {
  return <WorkspaceApp />
}
