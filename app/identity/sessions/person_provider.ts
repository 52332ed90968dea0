import { HttpContext } from '@adonisjs/core/http'
import { SessionLucidUserProvider } from '@adonisjs/auth/session'
import type User from '#kernel/people/user'

const model = () => import('#kernel/people/user')

/** Finds the person of a session; she was read with it already, but where a test says who she is. */
export class PersonProvider extends SessionLucidUserProvider<typeof User> {
  constructor() {
    super({ model })
  }

  async findById(id: string) {
    const owner = HttpContext.get()?.sessionOwner
    return owner?.id === id ? this.createUserForGuard(owner) : super.findById(id)
  }
}
