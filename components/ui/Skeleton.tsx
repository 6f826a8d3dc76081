import { classes } from './classes.ts'

/** The place of something that is still on its way. Size it with classes. Put `aria-busy` on what holds it. */
export function Skeleton({ className }: { readonly className?: string }) {
  return (
    <span
      aria-hidden
      className={classes(
        'block animate-[breathe_1.6s_ease-in-out_infinite] rounded-control bg-hover',
        className,
      )}
    />
  )
}
