'use client'

import { Link as LinkIcon, MoreHorizontal, Pencil, Trash2 } from 'lucide-react'
import { memo, useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { runAction } from '#components/actions/index.ts'
import { Avatar } from '#components/ui/Avatar.tsx'
import { Button } from '#components/ui/Button.tsx'
import { classes } from '#components/ui/classes.ts'
import { copyText } from '#components/ui/copyText.ts'
import { ago, exactly } from '#components/ui/dates.ts'
import { Dialog } from '#components/ui/Dialog.tsx'
import { IconButton } from '#components/ui/IconButton.tsx'
import { Menu, MenuItem } from '#components/ui/Menu.tsx'
import { withTeamNames } from '#lib/domain/talk/mentions.ts'
import type { Comment, Thread } from '#lib/domain/talk/thread.ts'
import { commentHash } from './address.ts'
import { Composer } from './Composer.tsx'
import { Reactions, ReactionPicker } from './Reactions.tsx'
import { deleteComment, editComment, reactToComment } from './talkActions.ts'
import type { TalkAround } from './useTalk.ts'
import { Words } from './Words.tsx'

/** One comment: who, when, what, and what can be done with it. */
export const CommentItem = memo(function CommentItem({
  around,
  thread,
  comment,
  now,
  isPending,
  isNamed,
  isBeside,
}: {
  readonly around: TalkAround
  readonly thread: Thread
  readonly comment: Comment
  /** Milliseconds since the epoch. */
  readonly now: number
  readonly isPending: boolean
  /** An address led here. */
  readonly isNamed: boolean
  /** It stands beside the text, and in the list below as well: addresses lead there. */
  readonly isBeside: boolean
}) {
  const t = useTranslations('discussion')
  const [isEditing, setEditing] = useState(false)
  const article = useRef<HTMLElement>(null)
  useEffect(() => {
    // The list below the text is brought into view by its own (`useNamedComment`).
    if (isNamed && isBeside) article.current?.scrollIntoView({ block: 'nearest' })
  }, [isNamed, isBeside])
  const { client, story, nameOf, colourOf } = around
  const name = nameOf('person', comment.by) ?? t('someoneLeft')
  const target = { client, story: story.id, thread, comment: comment.id }
  if (comment.deletedAt !== null) {
    return <p className="py-1 text-label text-subtle italic">{t('wasDeleted')}</p>
  }
  const mayReact = around.noComment === null
  return (
    <article
      ref={article}
      id={isBeside ? undefined : commentHash(comment.id)}
      aria-label={t('commentBy', { name })}
      className={classes(
        'flex gap-2 rounded-control py-1 transition-colors duration-500',
        isNamed && 'bg-selected',
      )}
    >
      <span aria-hidden className="mt-0.5 shrink-0">
        <Avatar person={{ id: comment.by, name, colour: colourOf(comment.by) }} size="small" />
      </span>
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <header className="flex min-h-6 items-center gap-1.5 text-label">
          <span className="min-w-0 truncate font-medium">{name}</span>
          <time
            dateTime={new Date(comment.at).toISOString()}
            title={exactly(comment.at)}
            className="shrink-0 text-subtle"
          >
            {isPending ? t('onItsWay') : ago(comment.at, now)}
          </time>
          {comment.editedAt === null ? null : (
            <span title={exactly(comment.editedAt)} className="shrink-0 text-subtle">
              {t('edited')}
            </span>
          )}
          <span className="flex-1" />
          {mayReact ? (
            <ReactionPicker onReact={(emoji) => runAction(reactToComment, { ...target, emoji })} />
          ) : null}
          <CommentMenu
            around={around}
            thread={thread}
            comment={comment}
            onEdit={() => setEditing(true)}
          />
        </header>
        {isEditing ? (
          <Composer
            draft={`edit:${comment.id}`}
            label={t('change')}
            placeholder={t('changeHint')}
            initial={withTeamNames(comment.text, (id) => nameOf('team', id))}
            sendLabel={t('save')}
            mayBeEmpty={thread.suggestion !== null && thread.comments[0]?.id === comment.id}
            people={around.people}
            autoFocus
            onSend={(text) => {
              const outcome = runAction(editComment, { ...target, text }, { refusalShown: true })
              if (!outcome.ok) return outcome.message
              setEditing(false)
              return null
            }}
            onCancel={() => setEditing(false)}
          />
        ) : comment.text === '' ? null : (
          <Words text={comment.text} nameOf={nameOf} />
        )}
        <Reactions
          reactions={comment.reactions}
          me={client.me.id}
          nameOf={(person) => nameOf('person', person) ?? t('someoneLeftInside')}
          onReact={mayReact ? (emoji) => runAction(reactToComment, { ...target, emoji }) : null}
        />
      </div>
    </article>
  )
})

function CommentMenu({
  around: { client, story },
  thread,
  comment,
  onEdit,
}: {
  readonly around: TalkAround
  readonly thread: Thread
  readonly comment: Comment
  readonly onEdit: () => void
}) {
  const t = useTranslations('discussion')
  const [asks, setAsks] = useState(false)
  const at = { story: story.id, thread: thread.id, comment: comment.id }
  const mayEdit = client.judge({ type: 'editComment', ...at, text: `${comment.text}.` }) === null
  const mayDelete = client.judge({ type: 'deleteComment', ...at }) === null
  const isOwn = comment.by === client.me.id
  const remove = () =>
    runAction(deleteComment, { client, story: story.id, thread, comment: comment.id })
  return (
    <>
      <Menu
        align="end"
        trigger={
          <IconButton label={t('more')} size="small">
            <MoreHorizontal aria-hidden size={14} />
          </IconButton>
        }
      >
        {mayEdit ? (
          <MenuItem icon={<Pencil aria-hidden size={16} />} onSelect={onEdit}>
            {t('edit')}
          </MenuItem>
        ) : null}
        <MenuItem
          icon={<LinkIcon aria-hidden size={16} />}
          onSelect={() => void copyText(linkTo(comment.id))}
        >
          {t('copyLink')}
        </MenuItem>
        {mayDelete ? (
          <MenuItem
            danger
            icon={<Trash2 aria-hidden size={16} />}
            onSelect={() => (isOwn ? remove() : setAsks(true))}
          >
            {isOwn ? t('delete') : t('deleteAsking')}
          </MenuItem>
        ) : null}
      </Menu>
      <Dialog
        open={asks}
        onOpenChange={setAsks}
        size="small"
        title={t('deleteOther.title')}
        description={t('deleteOther.means')}
        actions={
          <>
            <Button onClick={() => setAsks(false)}>{t('deleteOther.keep')}</Button>
            <Button
              look="danger"
              onClick={() => {
                setAsks(false)
                remove()
              }}
            >
              {t('delete')}
            </Button>
          </>
        }
      />
    </>
  )
}

/** The page's own address, whichever page shows the discussion. */
function linkTo(comment: string): string {
  const { origin, pathname, search } = location
  return `${origin}${pathname}${search}#${commentHash(comment)}`
}
