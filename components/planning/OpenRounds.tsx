'use client'

import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { refusalIn } from '#components/language/refusalText.ts'
import type { RoomTarget } from '#components/live/sessionActions.ts'
import { useAsk } from '#components/session/liveSession.ts'
import { Button } from '#components/ui/Button.tsx'
import { Dialog } from '#components/ui/Dialog.tsx'
import { Field } from '#components/ui/Field.tsx'
import { FormError } from '#components/ui/FormError.tsx'
import { Input } from '#components/ui/Input.tsx'
import { Segmented } from '#components/ui/Segmented.tsx'
import type { Planned } from './planned.ts'
import { inThreeDays, tomorrowAtFive } from './rounds.ts'

type Until = 'tomorrow' | 'days' | 'own'

/** Opens rounds that nobody has to be there for: on which stories, and until when (PL4). */
export function OpenRounds({
  target: { room, now },
  planned,
  onClose,
}: {
  readonly target: RoomTarget
  readonly planned: Planned
  readonly onClose: () => void
}) {
  const t = useTranslations('planning.openRounds')
  const ask = useAsk()
  const { session } = room
  const open = session.agenda.filter(
    ({ outcome, vote }) => outcome === null && vote?.phase !== 'open',
  )
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [until, setUntil] = useState<Until>('tomorrow')
  const [own, setOwn] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const chosen = open.filter(({ story }) => !left.has(story))

  const begin = async (event: FormEvent) => {
    event.preventDefault()
    if (isBusy) return
    if (chosen.length === 0) return setProblem(t('noStory'))
    if (until === 'own' && own === '') return setProblem(t('noDay'))
    const deadline =
      until === 'tomorrow'
        ? tomorrowAtFive(now)
        : until === 'days'
          ? inThreeDays(now)
          : new Date(own).getTime()
    setBusy(true)
    for (const { story } of chosen) {
      const answer = await ask({ type: 'openVote', session: session.id, story, deadline })
      if (answer.ok) continue
      setBusy(false)
      return setProblem(refusalIn(answer))
    }
    onClose()
  }
  const toggle = (story: string) =>
    setLeft((now) => {
      const next = new Set(now)
      if (!next.delete(story)) next.add(story)
      return next
    })
  return (
    <Dialog open onOpenChange={(next) => !next && onClose()} title={t('title')}>
      <form noValidate onSubmit={(event) => void begin(event)} className="flex flex-col gap-4">
        <p className="text-interface text-muted">{t('means')}</p>
        <fieldset className="flex flex-col gap-1">
          <legend className="text-label font-medium text-muted">{t('stories')}</legend>
          <ul className="max-h-60 divide-y overflow-y-auto rounded-card border">
            {open.map(({ story: id }) => {
              const story = planned.area.stories.get(id)
              return (
                <li key={id}>
                  <label className="flex min-h-11 cursor-pointer items-center gap-3 px-3 py-1.5">
                    <input
                      type="checkbox"
                      checked={!left.has(id)}
                      onChange={() => toggle(id)}
                      className="size-4 shrink-0 accent-accent"
                    />
                    <span className="min-w-0 flex-1 wrap-anywhere">
                      <span className="font-mono text-label text-muted">{story?.key}</span>{' '}
                      {story?.title ?? t('hidden')}
                    </span>
                  </label>
                </li>
              )
            })}
          </ul>
        </fieldset>
        <div className="flex flex-col gap-2">
          <span aria-hidden className="text-label font-medium text-muted">
            {t('until')}
          </span>
          <Segmented<Until>
            label={t('until')}
            value={until}
            segments={(['tomorrow', 'days', 'own'] as const).map((value) => ({
              value,
              label: t(value),
            }))}
            onChange={setUntil}
          />
          {until === 'own' ? (
            <Field label={t('day')} hint={t('dayHint')}>
              <Input
                type="datetime-local"
                value={own}
                onChange={(event) => setOwn(event.target.value)}
              />
            </Field>
          ) : null}
        </div>
        <FormError message={problem} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" look="primary" busy={isBusy}>
            {t('go', { count: chosen.length })}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
