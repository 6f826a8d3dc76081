'use client'

import { useCallback } from 'react'
import { ActionList } from '#components/actions/ActionList.tsx'
import { Palette } from '#components/actions/Palette.tsx'
import { useArea } from '#components/session/hooks.ts'
import { NewWorkspaceDialog } from './NewWorkspaceDialog.tsx'
import { type Overlay, showOverlay } from './overlays.ts'
import { RefusedPanel } from './RefusedPanel.tsx'
import { SignOutDialog } from './SignOutDialog.tsx'
import { storyEntries } from './storyEntries.ts'
import { teamEntries } from './teamEntries.ts'

const close = () => showOverlay(null)

/** The dialogs of the shell, of which `overlay` names the open one. */
export default function OverlayDialogs({ overlay }: { readonly overlay: Overlay | null }) {
  const area = useArea()
  const search = useCallback(() => [...teamEntries(area), ...storyEntries(area)], [area])
  const closeUnless = (open: boolean) => open || close()
  return (
    <>
      <Palette open={overlay === 'palette'} onOpenChange={closeUnless} search={search} />
      <ActionList open={overlay === 'keys'} onOpenChange={closeUnless} />
      <RefusedPanel open={overlay === 'refused'} onClose={close} />
      <SignOutDialog open={overlay === 'sign-out'} onClose={close} />
      <NewWorkspaceDialog open={overlay === 'new-workspace'} onClose={close} />
    </>
  )
}
