'use client'

import { useState } from 'react'
import { dateOf } from './dates.ts'

/** The reader's day when the view appeared, as `YYYY-MM-DD`. */
export function useToday(): string {
  const [today] = useState(() => dateOf(Date.now()))
  return today
}
