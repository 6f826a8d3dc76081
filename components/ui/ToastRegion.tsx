'use client'

import { Toast } from '@base-ui/react/toast'
import { CircleAlert, X } from 'lucide-react'
import { type CSSProperties, useEffect, useRef } from 'react'
import { textsOf } from '#components/language/loaded.ts'
import { buttonClasses } from './buttonClasses.ts'
import { classes } from './classes.ts'
import { IconButton } from './IconButton.tsx'
import type { ToastPlace } from './toastPlace.ts'
import { attachToasts, type NewToast, TOAST_MS } from './toasts.ts'
import { useToastPlace } from './useToastPlace.ts'

type Shown = Pick<NewToast, 'tone' | 'more'>

const manager = Toast.createToastManager<Shown>()

/** Where toasts appear; goes into the app once. F6 reaches it, pointer and focus hold the time (UX9). */
export function ToastRegion() {
  // After the provider below has begun to listen.
  useEffect(() => attachToasts(add), [])
  return (
    <Toast.Provider toastManager={manager} timeout={TOAST_MS} limit={3}>
      <Toast.Portal>
        <Viewport />
      </Toast.Portal>
    </Toast.Provider>
  )
}

/** Beside what somebody works in, never over it. */
function Viewport() {
  const element = useRef<HTMLDivElement>(null)
  const { toasts } = Toast.useToastManager<Shown>()
  const place = useToastPlace(element, toasts.length)
  return (
    <Toast.Viewport
      ref={element}
      data-place={place}
      style={SIDES[place]}
      className={classes(
        'fixed z-50 flex items-stretch gap-2 outline-none',
        place.startsWith('top') ? 'flex-col' : 'flex-col-reverse',
        PLACES[place],
      )}
    >
      <Toasts />
    </Toast.Viewport>
  )
}

const PLACES: Record<ToastPlace, string> = {
  bottom: 'inset-x-4 bottom-20',
  top: 'inset-x-4 top-16',
  'bottom-right': 'bottom-4 w-80',
  'bottom-left': 'bottom-4 w-80',
  'top-right': 'top-16 w-80',
}

/** Of the screen, wherever lines begin: what somebody works in is measured on it, too. */
const SIDES: Partial<Record<ToastPlace, CSSProperties>> = {
  'bottom-right': { right: '1rem' },
  'bottom-left': { left: '1rem' },
  'top-right': { right: '1rem' },
}

function add({ title, detail, tone = 'neutral', action, more, id }: NewToast): void {
  const shown: string = manager.add({
    id,
    title,
    description: detail,
    priority: 'low',
    data: { tone, more },
    actionProps: action && {
      children: action.label,
      onClick: () => {
        manager.close(shown)
        action.run()
      },
    },
  })
}

function Toasts() {
  const { toasts } = Toast.useToastManager<Shown>()
  return toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      swipeDirection={['right', 'down']}
      className={classes(
        'pop-in w-full translate-x-(--toast-swipe-movement-x) translate-y-(--toast-swipe-movement-y) rounded-card border bg-surface text-text shadow-overlay data-limited:hidden',
        toast.data?.tone === 'danger' && 'border-danger/40',
      )}
    >
      <Toast.Content className="flex items-center gap-2 py-1.5 ps-3 pe-1.5">
        {toast.data?.tone === 'danger' ? (
          <CircleAlert aria-hidden size={16} className="shrink-0 text-danger" />
        ) : null}
        <div className="min-w-0 flex-1 py-1">
          <Toast.Title className="text-interface font-normal break-words" />
          <Toast.Description className="text-label text-muted" />
        </div>
        {toast.data?.more ? (
          <button
            type="button"
            className={buttonClasses('quiet', 'small')}
            onClick={() => {
              manager.close(toast.id)
              toast.data?.more?.run()
            }}
          >
            {toast.data.more.label}
          </button>
        ) : null}
        {toast.actionProps ? (
          <Toast.Action className={classes(buttonClasses('quiet', 'small'), 'text-accent-text')} />
        ) : null}
        <Toast.Close
          render={
            <IconButton label={textsOf('ui')('dismiss')} size="small" tooltip={false}>
              <X aria-hidden size={14} />
            </IconButton>
          }
        />
      </Toast.Content>
    </Toast.Root>
  ))
}
