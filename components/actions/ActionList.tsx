'use client'

import { Dialog } from '#components/ui/Dialog.tsx'
import { Keys } from '#components/ui/Kbd.tsx'
import { groupsOfKeys } from './keyList.ts'
import { registry } from './registry.ts'
import { useSingleKeys } from './singleKeys.ts'

/** The help dialog: every action on this screen that has keys, by group. */
export function ActionList({
  open,
  onOpenChange,
}: {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
}) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Keyboard"
      size="wide"
      reading
      description={<SingleKeysHint />}
    >
      {open ? <Groups /> : null}
    </Dialog>
  )
}

function SingleKeysHint() {
  return useSingleKeys()
    ? 'Keys rest while you type. Keys of one character can be switched off in Settings, Keyboard.'
    : 'Keys of one character are switched off. Settings, Keyboard switches them on.'
}

function Groups() {
  return (
    <div className="gap-x-10 sm:columns-2">
      {groupsOfKeys(registry.offers()).map(([group, actions]) => (
        <section key={group} className="mb-5 break-inside-avoid">
          <h3 className="mb-1 text-label font-medium text-subtle">{group}</h3>
          <dl>
            {actions.map((action) => (
              <div
                key={action.id}
                className="flex min-h-row-compact items-center justify-between gap-4 border-b last:border-b-0"
              >
                <dt className="py-1 text-interface">{action.title}</dt>
                <dd className="flex shrink-0 items-center gap-2">
                  {action.keys?.map((keys) => (
                    <Keys key={keys} keys={keys} />
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  )
}
