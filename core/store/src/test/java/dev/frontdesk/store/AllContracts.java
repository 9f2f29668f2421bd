package dev.frontdesk.store;

/** Everything a store must do. */
interface AllContracts
        extends AcceptContract,
                AdvanceContract,
                OutboxContract,
                EventContract,
                MatchingContract,
                AdministrationContract,
                InboxContract,
                CountContract {}
