'use client'

import { textsOf } from '#components/language/loaded.ts'
import { Dialog } from '#components/ui/Dialog.tsx'
import { Keys } from '#components/ui/Kbd.tsx'
import { groupName, titleOf } from './titles.ts'
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
      title={textsOf('actions.keys')('title')}
      size="wide"
      reading
      description={<SingleKeysHint />}
    >
      {open ? <Groups /> : null}
    </Dialog>
  )
}

function SingleKeysHint() {
  return textsOf('actions.keys')(useSingleKeys() ? 'on' : 'off')
}

function Groups() {
  return (
    <div className="gap-x-10 sm:columns-2">
      {groupsOfKeys(registry.offers()).map(([group, actions]) => (
        <section key={group} className="mb-5 break-inside-avoid">
          <h3 className="mb-1 text-label font-medium text-subtle">{groupName(group)}</h3>
          <dl>
            {actions.map((action) => (
              <div
                key={action.id}
                className="flex min-h-row-compact items-center justify-between gap-4 border-b last:border-b-0"
              >
                <dt className="py-1 text-interface">{titleOf(action)}</dt>
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
