import { useState } from 'react'

/** Gives a value as it is, but unchanged while `frozen`: nothing may move under a pressed pointer (UX14). */
export function useStill<Value>(frozen: boolean, value: Value): Value {
  const [shown, setShown] = useState(value)
  if (!frozen && shown !== value) setShown(value)
  return frozen ? shown : value
}
