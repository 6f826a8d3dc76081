import { Archive, FileQuestion } from 'lucide-react'
import { Link } from '#components/shell/Link.tsx'
import { BOARD } from '#components/shell/routes.ts'
import { buttonClasses } from '#components/ui/buttonClasses.ts'
import { EmptyState } from '#components/ui/EmptyState.tsx'

const back = (
  <Link to={BOARD} className={buttonClasses('primary')}>
    Go to Refinement
  </Link>
)

/** A team that is not there and one that this person may not see look the same. */
export function NoBacklog() {
  return (
    <EmptyState
      icon={<FileQuestion aria-hidden size={24} />}
      title="There is no such team here"
      action={back}
    >
      The link may be mistyped, or the team is private and you are not in it. One of its members or
      an administrator can let you in.
    </EmptyState>
  )
}

export function ArchivedBacklog({ teamName }: { readonly teamName: string }) {
  return (
    <EmptyState
      icon={<Archive aria-hidden size={24} />}
      title={`${teamName} is archived`}
      action={back}
    >
      It takes no stories any more. What it has done stays in its history; an administrator can
      bring the team back in Settings.
    </EmptyState>
  )
}
