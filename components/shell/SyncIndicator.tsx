'use client'

import {
  Check,
  CloudOff,
  CloudUpload,
  FileWarning,
  LogIn,
  RefreshCw,
  ShieldAlert,
  TriangleAlert,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { textsOf } from '#components/language/loaded.ts'
import { useArea, useStuck, useSync } from '#components/session/hooks.ts'
import { Button } from '#components/ui/Button.tsx'
import { classes } from '#components/ui/classes.ts'
import { Popover } from '#components/ui/Popover.tsx'
import type { SyncState } from '#lib/client/client.ts'
import { Link } from './Link.tsx'
import { goToSignIn } from './signIn.ts'
import { syncText } from './syncText.ts'

const ICONS: Record<SyncState['kind'], ReactNode> = {
  saved: <Check aria-hidden size={14} />,
  saving: <CloudUpload aria-hidden size={14} />,
  offline: <CloudOff aria-hidden size={14} />,
  'signed-out': <LogIn aria-hidden size={14} />,
  'access-changed': <ShieldAlert aria-hidden size={14} />,
  stuck: <FileWarning aria-hidden size={14} />,
  'reload-needed': <RefreshCw aria-hidden size={14} />,
  'not-kept': <TriangleAlert aria-hidden size={14} />,
}

const TONES = {
  calm: 'text-muted',
  waiting: 'bg-idea-tint text-idea',
  trouble: 'bg-danger-tint text-danger',
}

/** How far the work has got, at every width, with an explanation one press away (UX12). */
export function SyncIndicator() {
  const sync = useSync()
  const { label, explanation, tone } = syncText(sync)
  return (
    <Popover
      title={label}
      trigger={
        <button
          type="button"
          data-sync={sync.kind}
          className={classes(
            'flex min-h-control-small min-w-0 items-center gap-1.5 rounded-button px-2 py-0.5 text-start text-label leading-tight transition-colors hover:bg-hover',
            TONES[tone],
          )}
        >
          <span className="shrink-0">{ICONS[sync.kind]}</span>
          <span>{label}</span>
        </button>
      }
    >
      <p className="mt-1 text-muted">{explanation}</p>
      <Remedy kind={sync.kind} />
    </Popover>
  )
}

function Remedy({ kind }: { readonly kind: SyncState['kind'] }) {
  if (kind === 'signed-out') {
    return (
      <Button look="primary" className="mt-3" onClick={goToSignIn}>
        {textsOf('shell.session')('again')}
      </Button>
    )
  }
  if (kind === 'stuck') return <StuckStories />
  if (kind === 'reload-needed') {
    return (
      <Button look="primary" className="mt-3" onClick={() => location.reload()}>
        {textsOf('shell.version')('reload')}
      </Button>
    )
  }
  return null
}

/** Where the text that the server did not take can be read and copied, one link a story. */
function StuckStories() {
  const area = useArea()
  const stories = area.phase === 'ready' ? area.stories : null
  return (
    <ul className="mt-2 flex flex-col">
      {[...useStuck()].map((id) => (
        <li key={id}>
          <Link to={{ page: 'story', key: id }} className="text-accent-text underline coarse:py-3">
            {stories?.get(id)?.title ?? textsOf('shell.sync')('goneStory')}
          </Link>
        </li>
      ))}
    </ul>
  )
}
