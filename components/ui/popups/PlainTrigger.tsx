'use client'

import { cloneElement, type ReactElement, useEffect, useState } from 'react'
import { textsOf } from '#components/language/loaded.ts'
import { showToast } from '../toasts.ts'
import { loadPopups, PLAIN, type Popups, takePopups, usePopups } from './loading.ts'

interface Opened {
  readonly open?: boolean
  readonly onOpenChange?: (open: boolean) => void
}

/** Gives the popups' code, and what asks for it where it has not come yet: then it opens as soon as it is there. */
export function useWanted({ open, onOpenChange }: Opened): {
  popups: Popups | null
  /** It was asked for before its code was there. */
  isWanted: boolean
  want: () => void
} {
  const popups = usePopups()
  const [isWanted, setWanted] = useState(false)
  const isMissing = popups === null && open === true
  useEffect(() => {
    if (isMissing) void load()
  }, [isMissing])
  const want = () => {
    // Before the code is there: what is made of it then is open from the first.
    setWanted(true)
    void load().then((isThere) => (isThere ? onOpenChange?.(true) : setWanted(false)))
  }
  return { popups, isWanted, want }
}

/** What opens a popup while the popup's code is on its way. */
export function PlainTrigger({
  trigger,
  opens,
  onWanted,
}: {
  readonly trigger: ReactElement
  readonly opens: 'menu' | 'dialog'
  readonly onWanted: () => void
}) {
  const { props } = trigger as ReactElement<{ onClick?: (event: unknown) => void }>
  return cloneElement(trigger as ReactElement<Record<string, unknown>>, {
    [PLAIN]: '',
    'aria-haspopup': opens,
    'aria-expanded': false,
    onClick: (event: unknown) => {
      props.onClick?.(event)
      onWanted()
    },
  })
}

/** Gives whether it is there now. */
async function load(): Promise<boolean> {
  try {
    await loadPopups()
    takePopups()
    return true
  } catch {
    showToast({
      title: textsOf('ui')('notFetched'),
      detail: textsOf('ui')('notFetchedMeans'),
      tone: 'danger',
    })
    return false
  }
}
