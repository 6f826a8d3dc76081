'use client'

import { useLayoutEffect, useRef } from 'react'
import { BellOff, Check, RotateCcw } from 'lucide-react'
import { useTranslations } from 'use-intl/react'
import { type ReadyArea, runAction } from '#components/actions/index.ts'
import { ago, exactly } from '#components/ui/dates.ts'
import { useMe, useReadable } from '#components/session/hooks.ts'
import { Link } from '#components/shell/Link.tsx'
import { Avatar } from '#components/ui/Avatar.tsx'
import { classes } from '#components/ui/classes.ts'
import { IconButton } from '#components/ui/IconButton.tsx'
import { takeFocus } from '#components/ui/takeFocus.ts'
import { unreadOf } from '#lib/domain/inbox/entry.ts'
import { excerptIn, saysWhy } from '#lib/domain/inbox/inWords.ts'
import type { Notice } from '#lib/domain/inbox/notice.ts'
import { isNew, type ItemTarget, markDone, markNew, openFromInbox } from './inboxActions.ts'
import { noticeText } from './noticeText.ts'
import { isUnopened, openedOf } from './opened.ts'
import { routeOf } from './openItem.ts'
import { RevisitChoices } from './RevisitChoices.tsx'
import { titleText } from './titleText.ts'

/** So many notices of one story are told; the story has the rest. */
const TOLD = 3

/** One story of the inbox: what happened, who did it, when, and why this person is told. */
export function InboxRow({
  target,
  area,
  now,
  entrance,
  wanted,
  onFocused,
}: {
  readonly target: ItemTarget
  readonly area: ReadyArea
  readonly now: number
  /** Tab reaches the list here. */
  readonly entrance: boolean
  /** It is to have the focus. */
  readonly wanted: boolean
  readonly onFocused: () => void
}) {
  const t = useTranslations('inbox')
  const row = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (!wanted) return
    const link = () => row.current?.querySelector<HTMLElement>('[data-inbox-link]')
    return takeFocus(link, onFocused)
  }, [wanted, onFocused])
  const { client, item } = target
  const story = area.stories.get(item.id)
  const title = story?.title ?? item.title
  const fresh = isNew(item)
  const isUnseen = isUnopened(useReadable(openedOf(client.me.id, client.workspaceId)), item)
  const told = fresh ? unreadOf(item) : item.notices
  const more = told.length - TOLD
  return (
    <div
      ref={row}
      role="presentation"
      data-inbox-row={item.id}
      // The pointer has the whole row; the keyboard has its link. A line leads to where that happened.
      onClick={(event) => {
        const pressed = event.target as Element
        // A menu of the row is elsewhere on the page.
        if (!event.currentTarget.contains(pressed) || pressed.closest('a, button')) return
        if (getSelection()?.isCollapsed === false) return
        const line = pressed.closest<HTMLElement>('[data-notice]')?.dataset['notice']
        const notice = told.find((one) => `${one.seq} ${one.why}` === line)
        runAction(openFromInbox, notice ? { ...target, notice } : target)
      }}
      className="group relative flex cursor-pointer gap-2 px-3 py-2.5 hover:bg-hover/60 focus-within:bg-hover/60"
    >
      <span
        aria-hidden
        className={classes('mt-1.5 size-2 shrink-0 rounded-full', isUnseen ? 'bg-accent' : '')}
      />
      <div className="min-w-0 flex-1">
        <div className="flex min-w-0 items-baseline gap-2">
          <Link
            to={routeOf(client, item)}
            data-inbox-link={item.id}
            tabIndex={entrance ? 0 : -1}
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
              event.preventDefault()
              runAction(openFromInbox, target)
            }}
            className="flex min-w-0 items-baseline gap-2 rounded-control hover:underline"
          >
            <span className="shrink-0 font-mono text-label text-muted">
              {item.key ?? t('newKey')}
            </span>
            <span className={classes('truncate', isUnseen ? 'font-medium' : '')}>{title}</span>
          </Link>
          {item.stance === 'muted' ? (
            <span className="inline-flex shrink-0 items-center gap-1 text-label text-subtle">
              <BellOff aria-hidden size={12} /> {t('muted')}
            </span>
          ) : null}
        </div>
        <ul className="mt-1 flex flex-col gap-1">
          {told.slice(0, TOLD).map((notice) => (
            <NoticeLine key={`${notice.seq} ${notice.why}`} notice={notice} area={area} now={now} />
          ))}
        </ul>
        {more > 0 ? (
          <p className="mt-1 text-label text-subtle">{t('more', { count: more })}</p>
        ) : null}
        <RevisitChoices item={item} story={story} />
      </div>
      {fresh ? (
        <IconButton
          label={t('markDone', { title: titleText(title) })}
          keys="E"
          size="small"
          onClick={() => runAction(markDone, target)}
        >
          <Check aria-hidden size={16} />
        </IconButton>
      ) : (
        <IconButton
          label={t('markNew', { title: titleText(title) })}
          keys="U"
          size="small"
          onClick={() => runAction(markNew, target)}
        >
          <RotateCcw aria-hidden size={16} />
        </IconButton>
      )}
    </div>
  )
}

function NoticeLine({
  notice,
  area,
  now,
}: {
  readonly notice: Notice
  readonly area: ReadyArea
  readonly now: number
}) {
  const t = useTranslations('inbox')
  const words = useTranslations('words')
  const person = area.members.get(notice.by)
  const excerpt = excerptIn(notice)
  const isMe = notice.by === useMe().id
  const name = isMe ? t('you') : (person?.name ?? t('someoneLeft'))
  return (
    <li data-notice={`${notice.seq} ${notice.why}`} className="flex min-w-0 gap-2 border-t-0!">
      <span aria-hidden className="mt-0.5 flex shrink-0">
        <Avatar
          person={person ?? { id: notice.by, name: t('someoneLeft'), colour: 0 }}
          size="small"
        />
      </span>
      <div className="min-w-0 flex-1">
        <p className="break-words">
          <span className="font-medium">{name}</span>{' '}
          {noticeText({ t, words }, notice, area.settings, { me: isMe })}
        </p>
        {excerpt ? <p className="truncate text-muted">{t('titled', { title: excerpt })}</p> : null}
        <p className="text-label text-subtle">
          {saysWhy(notice) ? null : `${t(`why.${notice.why}`)} · `}
          <time dateTime={new Date(notice.at).toISOString()} title={exactly(notice.at)}>
            {ago(notice.at, now)}
          </time>
        </p>
      </div>
    </li>
  )
}
