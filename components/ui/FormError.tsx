import { CircleAlert } from 'lucide-react'

/** A sentence about the whole form, over its button. Its line is always there, so that nothing moves. */
export function FormError({ message }: { readonly message: string | null }) {
  return (
    <p role="alert" className="flex min-h-5 items-start gap-1.5 text-interface text-danger">
      {message ? (
        <>
          <CircleAlert aria-hidden size={16} className="mt-0.5 shrink-0" />
          <span>{message}</span>
        </>
      ) : null}
    </p>
  )
}
