import { type ComponentProps } from 'react'
import type { GivenRole } from '#lib/permissions.ts'

/** What each role may do, in the few words that a list of choices has room for. */
export const roleChoices: [role: GivenRole, words: string][] = [
  ['member', 'Member: does it, with own dates'],
  ['editor', 'Editor: also changes items and dates'],
  ['guest', 'Guest: only looks'],
]

interface RoleSelectProps extends Omit<ComponentProps<'select'>, 'onChange' | 'value'> {
  value: GivenRole
  onChange: (role: GivenRole) => void
  /** The choices that are offered. */
  only?: GivenRole[]
}

/** A choice of role. */
export function RoleSelect({ value, onChange, only, className = 'input', ...select }: RoleSelectProps) {
  return (
    <select
      {...select}
      className={className}
      value={value}
      onChange={(event) => onChange(event.target.value as GivenRole)}
    >
      {roleChoices
        .filter(([role]) => !only || only.includes(role))
        .map(([role, words]) => (
          <option key={role} value={role}>
            {words}
          </option>
        ))}
    </select>
  )
}
