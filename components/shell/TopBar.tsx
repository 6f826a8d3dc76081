'use client'

import { useArea } from '#components/session/hooks.ts'
import { ChevronRight } from 'lucide-react'
import { Link } from './Link.tsx'
import { useRoute } from './location.ts'
import { People } from './People.tsx'
import { RefusedButton } from './RefusedPanel.tsx'
import { BOARD } from './routes.ts'
import { SyncIndicator } from './SyncIndicator.tsx'
import { PersonMenu } from './PersonMenu.tsx'
import { WorkspaceMenu } from './WorkspaceMenu.tsx'

/** Above every page: where one is, the page's controls, how far the work has got, who is here. */
export function TopBar({ slot }: { readonly slot: (element: HTMLElement | null) => void }) {
  return (
    <header className="flex shrink-0 flex-wrap items-center gap-x-3 border-b bg-surface px-2 md:h-12 md:flex-nowrap md:px-4">
      <div className="flex h-12 min-w-0 shrink-0 items-center max-md:max-w-[45%] md:hidden">
        <WorkspaceMenu />
      </div>
      <div className="min-w-0 shrink-0 items-center max-md:sr-only md:flex">
        <Title />
      </div>
      <div
        ref={slot}
        className="flex min-w-0 flex-1 items-center gap-2 empty:hidden max-md:order-last max-md:w-full max-md:flex-none max-md:overflow-x-auto max-md:pb-2"
      />
      <div className="ml-auto flex h-12 min-w-0 items-center justify-end gap-2">
        <RefusedButton />
        <SyncIndicator />
        <People />
        <div className="md:hidden">
          <PersonMenu folded side="bottom" />
        </div>
      </div>
    </header>
  )
}

function Title() {
  const { route } = useRoute()
  switch (route.page) {
    case 'refine':
      return <h1 className="text-body font-semibold">Refinement</h1>
    case 'story':
      return (
        <h1 className="flex items-center gap-1 text-body font-semibold">
          <Link to={BOARD} className="rounded-control font-normal text-muted hover:text-text">
            Refinement
          </Link>
          <ChevronRight aria-hidden size={14} className="text-subtle" />
          <StoryKey name={route.key} />
        </h1>
      )
    case 'settings':
      return <h1 className="text-body font-semibold">Settings</h1>
    case 'unknown':
      return <h1 className="text-body font-semibold">Not found</h1>
  }
}

/** A story that has no key yet is addressed by its id, which says nothing to people. */
function StoryKey({ name }: { readonly name: string }) {
  const area = useArea()
  if (area.phase !== 'ready') return <span>{name}</span>
  const story = area.stories.get(name)
  return (
    <span className="font-mono text-interface">{story ? (story.key ?? 'New story') : name}</span>
  )
}
