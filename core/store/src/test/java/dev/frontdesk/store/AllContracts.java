package dev.frontdesk.store;

/** Everything a store must do. */
interface AllContracts
        extends AcceptContract,
                ChangesContract,
                AdvanceContract,
                OutboxContract,
                FilesContract,
                EventContract,
                MatchingContract,
                AdministrationContract,
                InboxContract,
                CountContract {}
