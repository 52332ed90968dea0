import { allRoles, roleWords } from '#kernel/room'

/** The roles of a form, with what each allows. */
export const roleChoices = () =>
  allRoles().map((role) => {
    const { label, help } = roleWords(role)
    return { value: role, label, help }
  })
