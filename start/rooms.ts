/** The rooms of the house: what each declares, subscribes to and runs; in the order of the rail. */
import '#portal/capability'
import '#kernel/journal/sealing'
import '#territory/capability'
import '#kernel/identity/capability'
import '#kernel/identity/jobs/mail_invitation'
import '#kernel/identity/jobs/mail_password_link'
import '#kernel/identity/jobs/tell_password_changed'
import '#kernel/identity/sessions/housekeeping'
