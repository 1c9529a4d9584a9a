/** Made by `npm run openapi` from docs/openapi.json; do not edit. */
export interface paths {
    "/v1/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List applications, newest first, or save them as a file */
        get: operations["listApplications"];
        put?: never;
        /** Apply for a loan */
        post: operations["createApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/estimate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** About how many a filter leaves */
        get: operations["estimateApplications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an application */
        get: operations["getApplication"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an application back */
        post: operations["withdrawApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{id}/review-request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for a person after an automatic decline */
        post: operations["requestReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{id}/cancel-payout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a returned payout up and cancel the loan */
        post: operations["cancelPayout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{id}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the documents of an application */
        get: operations["listDocuments"];
        put?: never;
        /** Add a document (JSON or multipart/form-data) */
        post: operations["uploadDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{id}/documents/{documentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a document */
        get: operations["getDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{id}/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the consents given for an application */
        get: operations["listConsents"];
        put?: never;
        /** Consent to a text in force */
        post: operations["grantConsent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{id}/payout-account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give or correct the account for payout and debits */
        post: operations["setPayoutAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to an application and its loan */
        get: operations["getApplicationTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loans/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to a loan and its application */
        get: operations["getLoanTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of a command */
        get: operations["getCommand"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List tasks, the most urgent first */
        get: operations["listTasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a task with its votes */
        get: operations["getTask"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{id}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Claim a task, or take it over */
        post: operations["claimTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a task back to its team */
        post: operations["releaseTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide a task */
        post: operations["decideTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contracts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a contract */
        get: operations["getContract"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contracts/{id}/document.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the document: sealed if it is, else as offered */
        get: operations["getContractDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contracts/{id}/confirmation-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a one-time code to the borrower's phone */
        post: operations["sendConfirmationCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contracts/{id}/sign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm the contract with the one-time code */
        post: operations["signContract"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contracts/{id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refuse the offer */
        post: operations["refuseContract"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List loans, newest first, or save them as a file */
        get: operations["listLoans"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loans/estimate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** About how many a filter leaves */
        get: operations["estimateLoans"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loans/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a loan with its balances on a day */
        get: operations["getLoan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loans/{id}/schedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the plan as it stands */
        get: operations["getSchedule"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loans/{id}/transactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what was booked, oldest first */
        get: operations["listTransactions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loans/{id}/statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what happened between two days */
        get: operations["getStatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loans/{id}/statement/document.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the statement between two days as a paper, at most a year */
        get: operations["getStatementDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loans/{id}/payoff-quotes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What ends the loan on a day */
        post: operations["quotePayoff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loans/{id}/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the latest payments received */
        get: operations["listPayments"];
        put?: never;
        /** Record money received */
        post: operations["recordPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loans/{id}/prepayments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record money received for an early repayment */
        post: operations["recordPrepayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loans/{id}/restructurings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change the remaining plan */
        post: operations["restructureLoan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loans/{id}/waivers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Waive penalty, interest or fees */
        post: operations["waive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loans/{id}/write-offs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write the loan off; recovery goes on */
        post: operations["writeOffLoan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loans/{id}/operation-previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** See what an operation would do: the plan as a difference, and the entries it would post */
        post: operations["previewOperation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loans/{id}/operations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Order an operation on the account of a loan */
        post: operations["orderOperation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/money-operations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List ordered operations, newest first */
        get: operations["listOperations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/money-operations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an operation and what became of it */
        get: operations["getOperation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/money-operations/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm or reject an operation that another person ordered */
        post: operations["decideOperation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loans/{id}/draws": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What of the approved amount is drawn, what may still be, and every payout */
        get: operations["getDraws"];
        put?: never;
        /** Draw more of the approved amount; for the borrower by staff, it waits for a second person */
        post: operations["orderDraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loans/{id}/limit-endings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give up a revolving limit on which nothing is owed: the loan ends; by staff it waits for a second person */
        post: operations["endLimit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List customers, masked, newest first, or save them as a file */
        get: operations["listCustomers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/estimate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** About how many a filter leaves */
        get: operations["estimateCustomers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Find customers by a whole number, phone or name */
        post: operations["searchCustomers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a customer, masked */
        get: operations["getCustomer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{id}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** See personal fields, with a reason */
        post: operations["revealCustomer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List your own exports, newest first */
        get: operations["listExports"];
        put?: never;
        /** Ask for a list as a file, written in the background */
        post: operations["createExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read how far an export is */
        get: operations["getExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Fetch the file of an export */
        get: operations["getExportFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the products on offer */
        get: operations["listProducts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a product on offer */
        get: operations["getProduct"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products/{code}/consent-texts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the consents that a product asks for */
        get: operations["listConsentTexts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/quotes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Schedule, totals and annualised cost of any terms */
        post: operations["quote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products/{code}/quotes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Schedule, totals and annualised cost of a loan of a product on offer
         * @description By the terms that its contract and its account would have: due days, day count, rounding, fees, balloon and grace are those of the product.
         */
        post: operations["quoteProduct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/books": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Chart of accounts, and the currencies that there are books in */
        get: operations["describeBooks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/trial-balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sums per account up to a day, by booking date or by effective date */
        get: operations["getTrialBalance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** General ledger against the sum of the loans */
        get: operations["proveLedger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List entries by day of booking and account, newest first */
        get: operations["listLedgerEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/journal.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export the journal of a stretch of booking dates as CSV, streamed */
        get: operations["exportJournal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loans/{id}/journal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A loan's entries, oldest first */
        get: operations["listJournalEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portfolio/snapshot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The portfolio as a date was closed, by product, branch, bucket, class and stage */
        get: operations["getPortfolioSnapshot"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portfolio/rolls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What moved between buckets in a month */
        get: operations["getPortfolioRolls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loans/{id}/standing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the close of a date judged a loan: class, stage, expected loss, last 24 months */
        get: operations["getLoanStanding"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/test-clocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List test clocks, newest first */
        get: operations["listTestClocks"];
        put?: never;
        /** Create a test clock */
        post: operations["createTestClock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/test-clocks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a test clock */
        get: operations["getTestClock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/test-clocks/{id}/advance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Advance a test clock; it is ready again when everything has settled */
        post: operations["advanceTestClock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/test/magic-values": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the marks that make parties of the sandbox behave in a special way */
        get: operations["listMagicValues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/test/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Invent a person to apply as, with a magic value if wanted */
        get: operations["inventPerson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/test/specimens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Draw a specimen document in an invented person's name, as the sandbox's document reader reads it */
        post: operations["drawSpecimen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/parked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List parked loans, the longest parked first */
        get: operations["listParked"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/parked-groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count parked loans by the failure that stopped them */
        get: operations["listParkedGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/parked/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Resume a parked loan after the cause was corrected; where money moves, two people do */
        post: operations["resumeLoan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/failing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List steps that failed and will be tried again, those that fail longest first */
        get: operations["listFailing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/failing-groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count failing steps by error and step */
        get: operations["listFailingGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/failing/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try the failing step of a loan at once instead of after its backoff */
        post: operations["retryLoan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/failing-groups/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try the failing steps of a group at once, up to 200 loans a call */
        post: operations["retryFailingGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List events, oldest first */
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/event-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List kinds of events with samples */
        get: operations["listEventTypes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List endpoints */
        get: operations["listWebhooks"];
        put?: never;
        /** Create an endpoint; its secret is shown this once */
        post: operations["createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an endpoint */
        get: operations["getWebhook"];
        put?: never;
        post?: never;
        /** Delete an endpoint; what is on its way is dropped */
        delete: operations["deleteWebhook"];
        options?: never;
        head?: never;
        /** Change an endpoint, or switch it on again */
        patch: operations["changeWebhook"];
        trace?: never;
    };
    "/v1/webhooks/{id}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a new secret; the former one signs too for a while */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/ping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a test event to an endpoint */
        post: operations["pingWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what was sent to an endpoint, newest first */
        get: operations["listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/deliveries/{deliveryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a delivery with each try */
        get: operations["getDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/deliveries/{deliveryId}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send an event to an endpoint again */
        post: operations["resendDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Search the audit record, newest first */
        get: operations["listAuditEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/subjects/{subject}/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Verify a chain and the roots above it */
        get: operations["verifyAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Verify all chains, some at a time */
        get: operations["verifyAllAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/subjects/{subject}/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export a proof that anyone can verify */
        get: operations["exportAuditProof"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/roots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the signed roots of all days */
        get: operations["listAuditRoots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Public keys of the daily roots */
        get: operations["getAuditKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List keys, newest first */
        get: operations["listApiKeys"];
        put?: never;
        /** Make a key; it is shown this once */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke a key at once and for good */
        delete: operations["revokeApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who asks, and what this caller is permitted */
        get: operations["getSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/installation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What kind of installation answers */
        get: operations["getInstallation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The automatic decision with everything that explains it */
        get: operations["getDecision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{id}/proposed-plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Plan and cost of the proposed terms, under the policy versions of the decision */
        get: operations["getProposedPlan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{id}/settled-facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say which is believed where a source or a document contradicts what was declared, and why */
        post: operations["settleFact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{id}/comparable-cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Settled requests for the same product that are nearest by score and amount, five at most */
        get: operations["listComparableCases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reasons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List reasons by their names */
        get: operations["listReasons"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dashboard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Figures of the house now
         * @description Volumes, approval rate, funnel, turnaround, arrivals by hour, overdue distribution, balances and cash by day, all from one snapshot. Computed at most once a second for all who ask.
         */
        get: operations["getDashboard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dashboard/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The same figures as server-sent events, whenever they change
         * @description Events: `snapshot` with the figures, its id their mark; `pulse` every ten seconds; `still` with `asOf` while nothing changes. Send `Last-Event-ID` to be spared a snapshot you have. The stream ends after five minutes: come again.
         */
        get: operations["streamDashboard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/my/texts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the terms of use and the consent to binding a card */
        get: operations["listAccountTexts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/my/login-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a one-time code to a phone, for registering or logging in */
        post: operations["askLoginCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/my/registrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make an account of a phone and log in; a phone that has one is logged in */
        post: operations["registerBorrower"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/my/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Log in with a phone and its code */
        post: operations["logIn"];
        /** Log out: the tokens open nothing any more */
        delete: operations["logOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/my/session/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** New tokens for the refresh cookie, which is used up */
        post: operations["refreshSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/my/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the own account, masked */
        get: operations["getMyAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/my/cards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the own bank cards, latest first */
        get: operations["listMyCards"];
        put?: never;
        /** Have a bank card checked and bound (four factors) */
        post: operations["bindCard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/my/cards/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a bank card and what its check found */
        get: operations["getMyCard"];
        put?: never;
        post?: never;
        /** Remove a card that no open loan uses */
        delete: operations["removeCard"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/my/cards/{id}/default": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Use this card for later applications */
        post: operations["makeCardDefault"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/my/applications/{id}/card": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pay out to and debit another bound card, also while the loan runs */
        post: operations["useCardForApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/my/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the own messages with their texts, newest first */
        get: operations["listMyMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/my/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read how each kind of message comes */
        get: operations["getMyNotifications"];
        /** Choose how kinds of messages come; what the law needs cannot be moved */
        put: operations["setMyNotifications"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/my/loans/{id}/payment-previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a payment would clear; nothing is booked */
        post: operations["previewPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/my/loans/{id}/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the latest payments asked for, newest first */
        get: operations["listMyPayments"];
        put?: never;
        /** Debit the card of the loan now */
        post: operations["payNow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loans/{id}/papers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the papers issued for a loan, newest first */
        get: operations["listPapers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loans/{id}/papers/{paperId}/document.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a paper */
        get: operations["getPaperDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/scenes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List partners' links, newest first */
        get: operations["listScenes"];
        put?: never;
        /** Make a link for a partner's desk */
        post: operations["createScene"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/scenes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Open or close a link */
        patch: operations["changeScene"];
        trace?: never;
    };
    "/v1/scenes/by-code/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a partner's link opens; needs no login */
        get: operations["openScene"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List partners, for whom links can be made */
        get: operations["listPartners"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what was written to the customer, newest first; one-time codes stay hidden */
        get: operations["listCaseMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{id}/process": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The workflow of an application: its run, its pending steps, and what stopped it */
        get: operations["getProcess"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List policies with all their versions */
        get: operations["listPolicies"];
        put?: never;
        /** Begin a draft as a copy of a version */
        post: operations["draftPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a version */
        get: operations["getPolicy"];
        /** Save a draft */
        put: operations["savePolicy"];
        post?: never;
        /** Throw a draft away */
        delete: operations["discardPolicy"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policies/{id}/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a review of a version finds */
        get: operations["reviewPolicy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policies/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How a version differs from another, cell by cell */
        get: operations["comparePolicy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policies/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did what to a version, and when */
        get: operations["policyHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policies/{id}/trials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a version would do to a case, beside what is in force; nothing is stored */
        post: operations["tryPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/product-plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Schedule and annualised cost that a product would give as it stands in a form; nothing is stored */
        post: operations["planProduct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policies/{id}/backtests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Who of the latest applicants would have been answered otherwise; nothing is stored */
        post: operations["backtestPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policy-facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Facts that a table or score card may read */
        get: operations["listPolicyFacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policies/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand a draft in for approval */
        post: operations["submitPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policies/{id}/take-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back what was handed in */
        post: operations["takeBackPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policies/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve what another person wrote */
        post: operations["approvePolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policies/{id}/send-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a draft back to its authors */
        post: operations["sendBackPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policies/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let an approved version govern from a day */
        post: operations["publishPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policies/{id}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a version on a day */
        post: operations["retirePolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/close-runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List close-of-business runs, newest first */
        get: operations["listCloseRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/close-runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a run with its steps and what its ledger proof found */
        get: operations["getCloseRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Latency, errors and breaker of each outside party, the troubled first */
        get: operations["listSourceHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List staff, newest first */
        get: operations["listUsers"];
        put?: never;
        /** Make a member of staff, who may log in once a second administrator approves */
        post: operations["createUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Correct the name of a member of staff, or disable them; one person alone, felt at once */
        patch: operations["changeUser"];
        trace?: never;
    };
    "/v1/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What each role permits */
        get: operations["listRoles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for other roles, branch or limit of a member of staff, or to let them in again */
        post: operations["proposeUserAccess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/roles/{role}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for another reach or amount of one permission of a role */
        post: operations["proposeRoleLimit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/access-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List changes of access, newest first, with old and new values */
        get: operations["listAccessChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/access-changes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a change of access and what became of it */
        get: operations["getAccessChange"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/access-changes/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve or refuse a change that another administrator asked for, or withdraw your own */
        post: operations["decideAccessChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Find by id or its end, contract number, whole name, phone or identity number
         * @description Names and numbers are matched whole, by keyed hashes. Only what the caller may read is found.
         */
        post: operations["search"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reconciliations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List reconciled days, the latest first */
        get: operations["listReconciliations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reconciliations/{id}/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the lines of a statement, or only those that matched nothing */
        get: operations["listStatementLines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reconciliation-tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List differences, the oldest first */
        get: operations["listReconciliationTasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reconciliation-tasks/kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count and sum differences by kind, of one day or of all days */
        get: operations["listDifferenceKinds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reconciliation-tasks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One difference: the bank's line beside our entry, and what people said */
        get: operations["getDifference"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reconciliation-tasks/{id}/resolution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Settle a difference with a reason */
        post: operations["resolveDifference"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reconciliation-tasks/{id}/reading": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Second reading of a settled difference: confirm it, or open it again */
        post: operations["readResolution"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the views of a list that you may use, and which one opens by itself */
        get: operations["listViews"];
        put?: never;
        /** Keep a view of a list under a name; for yourself, or shared with a role */
        post: operations["createView"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a view */
        get: operations["getView"];
        put?: never;
        post?: never;
        /** Delete a view */
        delete: operations["deleteView"];
        options?: never;
        head?: never;
        /** Rename, overwrite or share a view, or let it open by itself; by its version in If-Match */
        patch: operations["changeView"];
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AccessChange: {
            /** @example app_00000000000000000000000000 */
            id: string;
            change: {
                /** @constant */
                kind: "user";
                /** @example app_00000000000000000000000000 */
                userId: string;
                before: components["schemas"]["UserAccess"];
                after: components["schemas"]["UserAccess"];
            } | {
                /** @constant */
                kind: "role";
                /** @enum {string} */
                role: "applicant" | "partner" | "officer" | "senior_officer" | "committee" | "risk_manager" | "collector" | "operator" | "auditor" | "administrator";
                /** @enum {string} */
                action: "create" | "read" | "supply" | "withdraw" | "claim" | "decide" | "sign" | "pay" | "draw" | "change" | "reveal" | "resume" | "publish" | "manage";
                /** @enum {string} */
                subject: "Application" | "Task" | "Command" | "Contract" | "Loan" | "Customer" | "Product" | "Quote" | "Ledger" | "TestClock" | "Operation" | "Webhook" | "Event" | "Audit" | "Staff" | "ApiKey" | "Policy" | "Dashboard" | "Scene";
                before: components["schemas"]["PermissionLimit"];
                after: components["schemas"]["PermissionLimit"];
            };
            /** @description Whose access it is; null for a role */
            userName: string | null;
            reason: string;
            proposedBy: {
                /** @example app_00000000000000000000000000 */
                id: string;
                name: string | null;
            };
            /**
             * Format: date-time
             * @example 2026-03-01T02:00:00.000Z
             */
            proposedAt: string;
            /** @enum {string} */
            status: "proposed" | "approved" | "refused" | "withdrawn";
            /** @description The old values do not hold any more: approval is refused */
            stale: boolean;
            decidedBy: {
                /** @example app_00000000000000000000000000 */
                id: string;
                name: string | null;
            } | null;
            decidedAt: string | null;
            decisionComment: string | null;
        };
        AccountHolderInput: {
            /** @constant */
            kind: "account_holder";
        };
        AccountText: {
            code: string;
            version: number;
            titles: {
                zh: string;
                en: string;
            };
            texts: {
                zh: string;
                en: string;
            };
            hashes: {
                zh: string;
                en: string;
            };
        };
        AdvanceTestClock: {
            /**
             * Format: date-time
             * @description At most two years ahead
             * @example 2026-03-01T02:00:00.000Z
             */
            to: string;
        } | {
            /**
             * @description To the next thing that any loan of the clock or an outside party waits for, and no further
             * @constant
             */
            until: "next_event";
        };
        /**
         * @description Minor units (fen) as a string
         * @example 1000000
         */
        Amount: string;
        ApiKey: {
            /** @example app_00000000000000000000000000 */
            id: string;
            /** @example app_00000000000000000000000000 */
            partnerId: string;
            label: string;
            /** @description Tells keys apart: `lfk_<prefix>_…` */
            prefix: string;
            scopes: string[];
            /**
             * Format: date-time
             * @example 2026-03-01T02:00:00.000Z
             */
            createdAt: string;
            lastUsedAt: string | null;
            revokedAt: string | null;
        };
        ApiKeyWithKey: {
            /** @example app_00000000000000000000000000 */
            id: string;
            /** @example app_00000000000000000000000000 */
            partnerId: string;
            label: string;
            /** @description Tells keys apart: `lfk_<prefix>_…` */
            prefix: string;
            scopes: string[];
            /**
             * Format: date-time
             * @example 2026-03-01T02:00:00.000Z
             */
            createdAt: string;
            lastUsedAt: string | null;
            revokedAt: string | null;
            key: string;
        };
        ApplicantRequest: {
            /** @default [] */
            reasonCodes: string[];
            comment?: string;
        };
        Application: {
            /** @example app_00000000000000000000000000 */
            id: string;
            /** @example app_00000000000000000000000000 */
            customerId: string;
            /** @description Masked */
            customerName: string;
            productCode: string;
            productVersion: number;
            channel: string;
            partnerId: string | null;
            /** @description The partner's desk that it came through */
            sceneId: string | null;
            currency: string;
            amountMinor: components["schemas"]["Amount"];
            /** @description What is paid out first; null: all of it */
            firstDrawMinor: components["schemas"]["Amount"] | null;
            termMonths: number;
            purpose: string;
            method: string;
            /** @enum {string} */
            stage: "PRE_SCREEN" | "SUPPLEMENT" | "CONSENT" | "FACTS" | "DECISION" | "APPROVAL" | "DECLINED" | "OFFER" | "DISBURSEMENT" | "ACCOUNT_CORRECTION" | "REPAYING" | "OVERDUE" | "WRITTEN_OFF" | "SETTLED" | "CLOSED";
            stageName: {
                zh: string;
                en: string;
            };
            /**
             * Format: date-time
             * @example 2026-03-01T02:00:00.000Z
             */
            stageSince: string;
            waitingFor: string | null;
            waitUntil: string | null;
            /** @description Kinds of documents still missing */
            missing: string[];
            outcome: string | null;
            reasonCodes: string[];
            approved: {
                amountMinor: components["schemas"]["Amount"];
                termMonths: number | null;
                rateBps: number | null;
            } | null;
            /** @description Masked */
            payoutAccount: string | null;
            contractId: string | null;
            loanId: string | null;
            assessment: {
                route: string | null;
                grade: string | null;
                score: number | null;
            } | null;
            parked: {
                step: string;
                reason: string | null;
                /**
                 * Format: date-time
                 * @example 2026-03-01T02:00:00.000Z
                 */
                at: string;
            } | null;
            clockId: string | null;
            version: number;
            /**
             * Format: date-time
             * @example 2026-03-01T02:00:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-03-01T02:00:00.000Z
             */
            updatedAt: string;
            closedAt: string | null;
        };
        /**
         * @example {
         *       "list": "loans",
         *       "format": "csv",
         *       "filters": {
         *         "where": [
         *           "days.min.1"
         *         ]
         *       }
         *     }
         */
        AskExport: {
            /** @constant */
            list: "applications";
            /** @enum {string} */
            format: "csv" | "xlsx";
            /** @default {} */
            filters: {
                /** @enum {string} */
                stage?: "PRE_SCREEN" | "SUPPLEMENT" | "CONSENT" | "FACTS" | "DECISION" | "APPROVAL" | "DECLINED" | "OFFER" | "DISBURSEMENT" | "ACCOUNT_CORRECTION" | "REPAYING" | "OVERDUE" | "WRITTEN_OFF" | "SETTLED" | "CLOSED";
                productCode?: string;
                /**
                 * @description Id `cus_…`
                 * @example cus_00000000000000000000000000
                 */
                customerId?: string;
                clockId?: "live" | string;
                /** @enum {string} */
                open?: "true" | "false";
                /** @description Arrived within this hour of the business day */
                appliedHour?: number;
                /**
                 * @description Made this step, between `movedFrom` and `movedTo`
                 * @enum {string}
                 */
                reached?: "pre_screened" | "facts" | "decided" | "approved" | "signed" | "paid_out" | "declined";
                /**
                 * @description Left this stage, between the same dates
                 * @enum {string}
                 */
                left?: "PRE_SCREEN" | "SUPPLEMENT" | "CONSENT" | "FACTS" | "DECISION" | "APPROVAL" | "DECLINED" | "OFFER" | "DISBURSEMENT" | "ACCOUNT_CORRECTION" | "REPAYING" | "OVERDUE" | "WRITTEN_OFF" | "SETTLED" | "CLOSED";
                /**
                 * Format: date
                 * @example 2026-03-01
                 */
                movedFrom?: string;
                /**
                 * Format: date
                 * @example 2026-03-01
                 */
                movedTo?: string;
                /** @description Conditions `field.op.value`, all of which hold; several values of `is` and `not` with commas. Fields: stage (is, not), product (is, not), channel (is, not), purpose (is, not), outcome (is, not), route (is, not), grade (is, not), currency (is, not), amount (min, max), term (min, max), score (min, max), created (min, max), since (min, max), open (is), parked (is) */
                where?: string[];
                /**
                 * @default -id
                 * @enum {string}
                 */
                sort: "-id" | "id" | "-amount" | "since";
            };
        } | {
            /** @constant */
            list: "loans";
            /** @enum {string} */
            format: "csv" | "xlsx";
            /** @default {} */
            filters: {
                customerId?: string;
                clockId?: "live" | string;
                /** @enum {string} */
                status?: "pending" | "active" | "overdue" | "settled" | "written_off" | "transferred";
                minDaysOverdue?: number;
                /** @description Conditions `field.op.value`, all of which hold; several values of `is` and `not` with commas. Fields: status (is, not), product (is, not), bucket (is, not), class (is, not), branch (is, not), currency (is, not), principal (min, max), outstanding (min, max), overdue (min, max), days (min, max), nextDue (min, max), disbursed (min, max), maturity (min, max), closed (min, max) */
                where?: string[];
                /**
                 * @default -id
                 * @enum {string}
                 */
                sort: "-id" | "id" | "-days" | "-outstanding" | "-principal" | "nextDue";
            };
        } | {
            /** @constant */
            list: "customers";
            /** @enum {string} */
            format: "csv" | "xlsx";
            /** @default {} */
            filters: {
                /**
                 * @description Id `clk_…`
                 * @example clk_00000000000000000000000000
                 */
                clockId?: string;
                /** @description Conditions `field.op.value`, all of which hold; several values of `is` and `not` with commas. Fields: kind (is, not), locale (is, not), created (min, max) */
                where?: string[];
                /**
                 * @default -id
                 * @enum {string}
                 */
                sort: "-id" | "id";
            };
        };
        AskLoginCode: {
            /** @example 13800000001 */
            phone: string;
            /**
             * @default zh-CN
             * @enum {string}
             */
            locale: "zh-CN" | "en";
        };
        AuditEntry: {
            /** @example app_00000000000000000000000000 */
            id: string;
            subject: string;
            seq: number;
            prevHash: string;
            hash: string;
            /**
             * Format: date-time
             * @example 2026-03-01T02:00:00.000Z
             */
            at: string;
            actorId: string;
            action: string;
            data: {
                [key: string]: unknown;
            };
            /** @description Salted hashes only */
            personal: {
                [key: string]: string;
            };
            clockId: string | null;
        };
        AuditKeys: {
            keys: {
                kty: string;
                crv: string;
                x: string;
                kid: string;
            }[];
        };
        AuditProof: {
            /** @constant */
            format: "loanflow-audit-proof/1";
            subject: string;
            entries: components["schemas"]["AuditEntry"][];
            inclusions: {
                entryId: string;
                rootSeq: number;
                leafIndex: number;
                path: string[];
            }[];
            roots: components["schemas"]["AuditRoot"][];
        };
        AuditRoot: {
            seq: number;
            /**
             * Format: date
             * @example 2026-03-01
             */
            day: string;
            size: number;
            rootHash: string;
            prevRootHash: string;
            keyId: string;
            signature: string;
        };
        AuditVerification: {
            subject: string;
            ok: boolean;
            /**
             * @description What is wrong
             * @example ALTERED
             */
            code: string | null;
            /** @description Where */
            at: string | null;
            length: number;
            anchored: number;
            headHash: string | null;
        };
        BacktestPolicy: {
            /**
             * @description The latest so many
             * @default 100
             */
            applications: number;
            /**
             * Format: date
             * @description Decided on this business date or later
             * @example 2026-03-01
             */
            from?: string;
            /**
             * Format: date
             * @description Decided on this business date or before
             * @example 2026-03-01
             */
            to?: string;
        };
        BankCard: {
            /** @example app_00000000000000000000000000 */
            id: string;
            /** @description Masked */
            card: string;
            bankCode: string | null;
            /** @enum {string} */
            status: "checking" | "bound" | "refused" | "removed";
            refusal: ("mismatch" | "invalid_card" | "abnormal_card" | "restricted_card" | "credit_card" | "limited" | "unsupported") | null;
            isDefault: boolean;
            /**
             * Format: date-time
             * @example 2026-03-01T02:00:00.000Z
             */
            askedAt: string;
            boundAt: string | null;
        };
        BindCard: {
            cardNo: string;
            holder?: {
                name: string;
                idNo: string;
            };
            consent: components["schemas"]["ConsentGrant"];
        };
        BookableOperation: {
            /** @constant */
            kind: "fee";
            code: string;
            amountMinor: components["schemas"]["PositiveAmount"];
        } | {
            /** @constant */
            kind: "waiver";
            amounts: {
                /** @default 0 */
                fee: string;
                /** @default 0 */
                penalty: string;
                /** @default 0 */
                compound: string;
                /** @default 0 */
                interest: string;
                /** @default 0 */
                principal: string;
            };
        } | {
            /** @constant */
            kind: "rate_change";
            /**
             * @description Percent per year
             * @example 9.6
             */
            annualRatePercent: string;
            /** @enum {string} */
            reason: "lpr" | "downgrade" | "agreement";
        } | {
            /** @constant */
            kind: "interest_pause";
            /**
             * Format: date
             * @example 2026-03-01
             */
            until: string;
            /**
             * @default interest-only
             * @enum {string}
             */
            also: "interest-only" | "penalty-too";
        } | {
            /** @constant */
            kind: "deferral";
            periods: number;
            /**
             * @default runs
             * @enum {string}
             */
            interest: "runs" | "waived";
        } | {
            /** @constant */
            kind: "extension";
            periods: number;
        } | {
            /** @constant */
            kind: "reamortisation";
            periods: number;
        } | {
            /** @constant */
            kind: "restructuring";
            capitalised: ("fee" | "penalty" | "compound" | "interest")[];
            periods: number;
            /**
             * Format: date
             * @example 2026-03-01
             */
            firstDueOn?: string;
            /**
             * @description Percent per year
             * @example 9.6
             */
            annualRatePercent?: string;
            /**
             * @description As before, if left out; equal instalments after a custom table
             * @enum {string}
             */
            method?: "equal-instalment" | "equal-principal" | "interest-only" | "bullet" | "flat" | "balloon" | "interest-only-first" | "custom";
            /** @description Of a balloon: what is left for the last row */
            balloonMinor?: components["schemas"]["PositiveAmount"];
            /** @description Of interest-only-first: rows of interest alone, fewer than all */
            interestOnlyPeriods?: number;
            /**
             * @description Of interest-only-first: how the rest is repaid; equal instalments if left out
             * @enum {string}
             */
            interestOnlyThen?: "equal-instalment" | "equal-principal";
            /** @description Of a custom table: the share of the new principal that each row repays, in millionths; all of it in all, the last above 0 */
            sharesPpm?: number[];
        } | {
            /** @constant */
            kind: "acceleration";
        } | {
            /** @constant */
            kind: "charge_off";
        } | {
            /** @constant */
            kind: "collateral_proceeds";
            amountMinor: components["schemas"]["PositiveAmount"];
            /** @default 0 */
            costsMinor: string;
            /** @description The bank's reference of the money; the statement is matched by it */
            payerRef: string;
        } | {
            /** @constant */
            kind: "debt_transfer";
            buyer: string;
            priceMinor: string;
            /** @description The bank's reference of the money; the statement is matched by it */
            payerRef: string;
        } | {
            /** @constant */
            kind: "draw";
            amountMinor: components["schemas"]["PositiveAmount"];
        } | {
            /** @constant */
            kind: "limit_end";
        } | {
            /** @constant */
            kind: "refund";
            amountMinor: components["schemas"]["PositiveAmount"];
        } | {
            /** @constant */
            kind: "reversal";
            /**
             * @description The booked event that did not happen
             * @example evt_00000000000000000000000000
             */
            transactionId: string;
        };
        Books: {
            clockId: string | null;
            /** @description Those that loans of these books are in, CNY first */
            currencies: string[];
            accounts: {
                code: string;
                names: {
                    zh: string;
                    en: string;
                };
                kind: string;
            }[];
        };
        BorrowerAccount: {
            /** @example app_00000000000000000000000000 */
            id: string;
            /** @description Masked */
            phone: string;
            /** @enum {string} */
            locale: "zh-CN" | "en";
            /** @description Masked; null until a card or an application confirmed it */
            identity: {
                name: string;
                idNo: string;
                /**
                 * Format: date-time
                 * @example 2026-03-01T02:00:00.000Z
                 */
                confirmedAt: string;
            } | null;
            /**
             * Format: date-time
             * @example 2026-03-01T02:00:00.000Z
             */
            createdAt: string;
        };
        BorrowerMessage: {
            /** @example app_00000000000000000000000000 */
            id: string;
            /** @enum {string} */
            topic: "codes" | "decision" | "overdue" | "application" | "contract" | "reminder" | "receipt";
            channel: string;
            subject: string;
            body: string;
            applicationId: string | null;
            /**
             * Format: date-time
             * @example 2026-03-01T02:00:00.000Z
             */
            at: string;
        };
        BorrowerSession: {
            accessToken: string;
            /**
             * Format: date-time
             * @example 2026-03-01T02:00:00.000Z
             */
            expiresAt: string;
            /** @example app_00000000000000000000000000 */
            accountId: string;
            /** @description The account was just made */
            isNew: boolean;
        };
        Buckets: {
            fee: components["schemas"]["Amount"];
            penalty: components["schemas"]["Amount"];
            compound: components["schemas"]["Amount"];
            interest: components["schemas"]["Amount"];
            principal: components["schemas"]["Amount"];
        };
        CardPayment: {
            /** @example app_00000000000000000000000000 */
            id: string;
            /** @example app_00000000000000000000000000 */
            loanId: string;
            amountMinor: components["schemas"]["Amount"];
            /** @enum {string} */
            way: "due" | "payoff" | "shorter_term" | "lower_instalment";
            /** @enum {string} */
            status: "intent" | "processing" | "confirmed" | "failed";
            failureCode: string | null;
            /**
             * Format: date-time
             * @example 2026-03-01T02:00:00.000Z
             */
            askedAt: string;
            settledAt: string | null;
        };
        CaseMessage: {
            /** @example app_00000000000000000000000000 */
            id: string;
            /**
             * Format: date-time
             * @example 2026-03-01T02:00:00.000Z
             */
            at: string;
            template: string;
            /** @enum {string} */
            channel: "sms" | "mail" | "inapp";
            /** @enum {string} */
            status: "queued" | "sent" | "failed";
            subject: string;
            /** @description null for one-time codes, which nobody else may see */
            body: string | null;
        };
        ChangeNotifications: {
            choices: {
                /** @enum {string} */
                topic: "codes" | "decision" | "overdue" | "application" | "contract" | "reminder" | "receipt";
                /** @enum {string} */
                channel: "sms" | "inapp";
            }[];
        };
        ChangeScene: {
            active: boolean;
        };
        ChangeUser: {
            displayName?: string;
            /** @constant */
            active?: false;
        };
        ChangeView: {
            /** @example 逾期 30 天以上 */
            name?: string;
            query?: components["schemas"]["ViewQueryInput"];
            /** @description Shared with this role; null: for its owner alone */
            role?: components["schemas"]["ViewRole"] | null;
            /** @description Opens when the list is asked for without a query: for its owner, or for everybody of the role it is shared with */
            isDefault?: boolean;
        };
        ChangeWebhook: {
            /** Format: uri */
            url?: string;
            eventTypes?: (components["schemas"]["EventType"] | "*")[];
            description?: string;
            enabled?: boolean;
            /** @description Null: nobody gets a mail */
            contact?: components["schemas"]["WebhookContactInput"] | null;
        };
        ClaimTask: {
            /**
             * @description Take it although another person holds it
             * @default false
             */
            takeOver: boolean;
        };
        CloseRun: {
            /** @example app_00000000000000000000000000 */
            id: string;
            /**
             * Format: date
             * @example 2026-03-01
             */
            closedOn: string;
            clockId: string | null;
            /**
             * @description What the ledger proof said
             * @enum {string}
             */
            status: "open" | "agrees" | "differs";
            /**
             * Format: date-time
             * @example 2026-03-01T02:00:00.000Z
             */
            openedAt: string;
            finishedAt: string | null;
            partitions: number;
            /** @description Loans of the largest step */
            loans: number;
            /** @description Working time of all steps and parts */
            tookMs: number;
            findings: number;
        };
        CloseRunDetail: {
            /** @example app_00000000000000000000000000 */
            id: string;
            /**
             * Format: date
             * @example 2026-03-01
             */
            closedOn: string;
            clockId: string | null;
            /**
             * @description What the ledger proof said
             * @enum {string}
             */
            status: "open" | "agrees" | "differs";
            /**
             * Format: date-time
             * @example 2026-03-01T02:00:00.000Z
             */
            openedAt: string;
            finishedAt: string | null;
            partitions: number;
            /** @description Loans of the largest step */
            loans: number;
            /** @description Working time of all steps and parts */
            tookMs: number;
            findings: number;
            steps: {
                step: string;
                parts: number;
                loans: number;
                tookMs: number;
                /**
                 * Format: date-time
                 * @example 2026-03-01T02:00:00.000Z
                 */
                finishedAt: string;
            }[];
            differences: {
                check: string;
                subject: string;
                /** @description Of the figures; null where they are no amounts */
                currency: string | null;
                figures: {
                    [key: string]: string;
                };
            }[];
        };
        CodeSent: {
            /** @example app_00000000000000000000000000 */
            contractId: string;
            /** @description Masked */
            sentTo: string;
            /**
             * Format: date-time
             * @example 2026-03-01T02:00:00.000Z
             */
            expiresAt: string;
        };
        Command: {
            /** @example app_00000000000000000000000000 */
            id: string;
            kind: string;
            /** @example app_00000000000000000000000000 */
            applicationId: string;
            /**
             * @description `proposed`: kept, and done when another person gives the same command
             * @enum {string}
             */
            status: "pending" | "proposed" | "applied" | "refused";
            /**
             * @description What an applied command did
             * @example VOTE_RECORDED
             */
            effect: string | null;
            /** @description Why it was refused; a problem code */
            refusal: string | null;
            /**
             * Format: date-time
             * @example 2026-03-01T02:00:00.000Z
             */
            createdAt: string;
            appliedAt: string | null;
        };
        CompanyInput: {
            /** @constant */
            kind: "company";
            companyName: string;
            /** @description Unified social credit code */
            uscc: string;
            representativeName: string;
            representativeIdNo: string;
            phone: string;
            mail?: string;
            address?: string;
        };
        ComparableCase: {
            /** @example app_00000000000000000000000000 */
            applicationId: string;
            loanId: string | null;
            /** @description Masked */
            customerName: string;
            score: number;
            grade: string | null;
            amountMinor: components["schemas"]["Amount"];
            termMonths: number;
            approved: {
                amountMinor: components["schemas"]["Amount"];
                termMonths: number | null;
                rateBps: number | null;
            } | null;
            outcome: string | null;
            reasonCodes: string[];
            /** @description As of its newest booking */
            loan: {
                status: string;
                maxDaysOverdue: number;
                fiveClass: string;
            } | null;
            /**
             * Format: date-time
             * @example 2026-03-01T02:00:00.000Z
             */
            appliedAt: string;
        };
        Conditions: {
            amountMinor?: components["schemas"]["PositiveAmount"];
            termMonths?: number;
            rateBps?: number;
        };
        Consent: {
            /** @example app_00000000000000000000000000 */
            id: string;
            /** @example app_00000000000000000000000000 */
            applicationId: string;
            code: string;
            version: number;
            textHash: string;
            locale: string;
            channel: string;
            /**
             * Format: date-time
             * @example 2026-03-01T02:00:00.000Z
             */
            grantedAt: string;
            /**
             * Format: date-time
             * @description From then on no source is asked on the strength of it while the request is open
             * @example 2026-03-01T02:00:00.000Z
             */
            validUntil: string;
            withdrawnAt: string | null;
        };
        ConsentGrant: {
            code: string;
            version: number;
            /** @description SHA-256 of the text as shown, from the product */
            textHash: string;
            /**
             * @default zh-CN
             * @enum {string}
             */
            locale: "zh-CN" | "en";
        };
        ConsentText: {
            code: string;
            version: number;
            titles: {
                zh: string;
                en: string;
            };
            texts: {
                zh: string;
                en: string;
            };
            hashes: {
                zh: string;
                en: string;
            };
            purposes: string[];
            separate: boolean;
        };
        Contract: {
            /** @example app_00000000000000000000000000 */
            id: string;
            /** @example app_00000000000000000000000000 */
            applicationId: string;
            /** @example app_00000000000000000000000000 */
            customerId: string;
            number: string;
            /** @enum {string} */
            status: "offered" | "signed" | "sealed" | "refused" | "expired" | "withdrawn";
            amountMinor: components["schemas"]["Amount"];
            rateBps: number;
            termMonths: number;
            /** @description Terms, plan and annualised cost as shown to the borrower */
            shown: unknown;
            /** @description Hash of the document to read and confirm */
            documentSha256: string;
            /** @description Hash of the sealed document */
            finalSha256: string | null;
            /**
             * Format: date-time
             * @example 2026-03-01T02:00:00.000Z
             */
            offeredAt: string;
            /**
             * Format: date-time
             * @example 2026-03-01T02:00:00.000Z
             */
            expiresAt: string;
            signedAt: string | null;
            clockId: string | null;
        };
        CreateApiKey: {
            label: string;
            scopes: components["schemas"]["Scope"][];
            /**
             * @description For administrators: whose key; a partner makes its own
             * @example ptn_00000000000000000000000000
             */
            partnerId?: string;
        };
        CreateApplication: {
            productCode: string;
            amountMinor: components["schemas"]["PositiveAmount"];
            /** @description Of a product that is drawn in stages: what is paid out first; all of it if left out */
            firstDrawMinor?: components["schemas"]["PositiveAmount"];
            termMonths: number;
            purpose: string;
            /**
             * @description Repayment method; the first of the product if left out
             * @enum {string}
             */
            method?: "equal-instalment" | "equal-principal" | "interest-only" | "bullet" | "flat" | "balloon" | "interest-only-first" | "revolving" | "custom";
            /** @default app */
            channel: string;
            /** @description Code of a partner's link; the partner is then the link's */
            scene?: string;
            customer: components["schemas"]["PersonInput"] | components["schemas"]["CompanyInput"] | components["schemas"]["AccountHolderInput"];
            declared: {
                /** @constant */
                kind: "person";
                /** @enum {string} */
                employment: "employed" | "self_employed" | "public_sector" | "student" | "retired" | "unemployed";
                jobMonths: number;
                monthlyIncomeMinor: string;
                monthlyDebtMinor: string;
                /** @enum {string} */
                education: "below_high_school" | "high_school" | "college" | "bachelor" | "master_or_above";
                /** @enum {string} */
                housing: "own" | "mortgage" | "rent" | "family" | "dormitory" | "other";
                /** @enum {string} */
                marital: "single" | "married" | "divorced" | "widowed";
                dependants: number;
                residenceProvince: string;
            } | {
                /** @constant */
                kind: "company";
                /** Format: date */
                foundedOn: string;
                industryCode: string;
                employees: number;
                /** @enum {string} */
                auditOpinion: "clean" | "qualified" | "adverse" | "disclaimer" | "unaudited";
                year: {
                    /** Format: date */
                    endsOn: string;
                    assetsMinor: string;
                    liabilitiesMinor: string;
                    equityMinor: string;
                    currentAssetsMinor: string;
                    currentLiabilitiesMinor: string;
                    inventoryMinor: string;
                    receivablesMinor: string;
                    debtMinor: string;
                    revenueMinor: string;
                    costMinor: string;
                    ebitMinor: string;
                    interestMinor: string;
                    netIncomeMinor: string;
                    operatingCashFlowMinor: string;
                };
                priorYear: {
                    /** Format: date */
                    endsOn: string;
                    assetsMinor: string;
                    liabilitiesMinor: string;
                    equityMinor: string;
                    currentAssetsMinor: string;
                    currentLiabilitiesMinor: string;
                    inventoryMinor: string;
                    receivablesMinor: string;
                    debtMinor: string;
                    revenueMinor: string;
                    costMinor: string;
                    ebitMinor: string;
                    interestMinor: string;
                    netIncomeMinor: string;
                    operatingCashFlowMinor: string;
                };
                lossYears: number;
                /** @enum {string} */
                collateral: "none" | "guarantee" | "movable" | "real_estate" | "deposit";
                bankRelationshipYears: number;
                /** @enum {string} */
                ownerRecord: "clean" | "minor_overdue" | "bad" | "unknown";
                workingCapital: {
                    lastYearSalesMinor: string;
                    profitMarginBps: number;
                    expectedGrowthBps: number;
                    inventoryDays: number;
                    receivableDays: number;
                    payableDays: number;
                    prepaidDays: number;
                    advanceReceiptDays: number;
                    ownFundsMinor: string;
                    existingLoansMinor: string;
                    otherFundsMinor: string;
                };
            };
            /** @description Declared facts that could name somebody */
            particulars?: {
                employer?: string;
                homeAddress?: string;
                workAddress?: string;
                contacts?: {
                    name: string;
                    phone: string;
                    relation: string;
                }[];
            };
            payoutAccount?: components["schemas"]["PayoutAccount"];
            /**
             * @description A bound card of the account, in place of payoutAccount
             * @example card_00000000000000000000000000
             */
            bankCardId?: string;
            /** @default [] */
            consents: components["schemas"]["ConsentGrant"][];
            /**
             * @description Documents sent along; more can follow at …/documents
             * @default []
             */
            documents: components["schemas"]["UploadDocument"][];
            /**
             * @description Language of messages to the applicant
             * @default zh-CN
             * @enum {string}
             */
            locale: "zh-CN" | "en";
            /**
             * @description Test clock to attach to, in test mode
             * @example clk_00000000000000000000000000
             */
            clockId?: string;
        };
        CreateScene: {
            /** @description For staff; a partner makes links for itself */
            partnerId?: string;
            /** @example 城东店前台 */
            name: string;
            productCode: string;
            /**
             * @description Amount that the form begins with
             * @default null
             */
            amountMinor: components["schemas"]["PositiveAmount"] | null;
            /** @default null */
            termMonths: number | null;
        };
        CreateTestClock: {
            name: string;
            /**
             * Format: date-time
             * @description First moment; the present if left out
             * @example 2026-03-01T02:00:00.000Z
             */
            now?: string;
        };
        CreateUser: {
            subject: string;
            /** @description The first configured one if left out */
            issuer?: string;
            displayName: string;
            roles: ("officer" | "senior_officer" | "committee" | "risk_manager" | "collector" | "operator" | "auditor" | "administrator")[];
            /** @default null */
            branch: string | null;
            /** @default null */
            authorityLimitMinor: components["schemas"]["PositiveAmount"] | null;
            /** @description Why; the second administrator reads it */
            reason: string;
        };
        CreateView: {
            list: components["schemas"]["ViewedList"];
            /** @example 逾期 30 天以上 */
            name: string;
            query: components["schemas"]["ViewQueryInput"];
            /**
             * @description Shared with this role; null: for its owner alone
             * @default null
             */
            role: components["schemas"]["ViewRole"] | null;
            /**
             * @description Opens when the list is asked for without a query: for its owner, or for everybody of the role it is shared with
             * @default false
             */
            isDefault: boolean;
        };
        CreateWebhook: {
            /** Format: uri */
            url: string;
            eventTypes: (components["schemas"]["EventType"] | "*")[];
            /** @default  */
            description: string;
            /** @description Who gets a mail when the endpoint is switched off after failures */
            contact?: components["schemas"]["WebhookContactInput"];
        };
        Customer: {
            /** @example app_00000000000000000000000000 */
            id: string;
            /** @enum {string} */
            kind: "person" | "company";
            /**
             * @description Masked
             * @example 张*
             */
            name: string;
            /** @description Masked */
            idNo: string;
            /** @description Masked */
            phone: string | null;
            /** @enum {string} */
            locale: "zh-CN" | "en";
            clockId: string | null;
            /**
             * Format: date-time
             * @example 2026-03-01T02:00:00.000Z
             */
            createdAt: string;
        };
        Dashboard: {
            /**
             * Format: date-time
             * @description Moment at which the figures were read or last found unchanged
             * @example 2026-03-01T02:00:00.000Z
             */
            asOf: string;
            clockId: string | null;
            currency: string;
            /** @description Those that there are loans in, CNY first: of each there are figures */
            currencies: string[];
            /**
             * Format: date
             * @example 2026-03-01
             */
            from: string;
            /**
             * Format: date
             * @example 2026-03-01
             */
            to: string;
            today: {
                applications: number;
                approved: number;
                declined: number;
                paidOut: number;
                paidOutMinor: components["schemas"]["Amount"];
            };
            period: {
                applications: number;
                approved: number;
                declined: number;
                paidOut: number;
                paidOutMinor: components["schemas"]["Amount"];
                /** @description Approved of all decided, in basis points */
                approvalRateBps: number | null;
            };
            /** @description How far the applications that arrived in the period came */
            funnel: {
                /** @enum {string} */
                step: "submitted" | "pre_screened" | "facts" | "decided" | "approved" | "signed" | "paid_out" | "declined";
                applications: number;
            }[];
            turnaround: {
                stage: string;
                moves: number;
                p50Seconds: number;
                p90Seconds: number;
            }[];
            /** @description Arrivals of the period by hour of the day */
            hours: number[];
            overdue: {
                bucket: string;
                loans: number;
                principalMinor: components["schemas"]["Amount"];
                overdueMinor: components["schemas"]["Amount"];
            }[];
            balances: {
                loans: number;
                principalMinor: components["schemas"]["Amount"];
                interestMinor: components["schemas"]["Amount"];
                penaltyMinor: components["schemas"]["Amount"];
                feesMinor: components["schemas"]["Amount"];
                overdueMinor: components["schemas"]["Amount"];
                suspenseMinor: components["schemas"]["Amount"];
            };
            cash: {
                /**
                 * Format: date
                 * @example 2026-03-01
                 */
                on: string;
                inMinor: components["schemas"]["Amount"];
                outMinor: components["schemas"]["Amount"];
            }[];
        };
        DecideAccessChange: {
            /** @enum {string} */
            decision: "approve" | "refuse" | "withdraw";
            comment: string;
        };
        DecideOperation: {
            /** @enum {string} */
            decision: "confirm" | "reject";
            comment: string;
        };
        DecideTask: {
            /** @constant */
            decision: "approve";
            conditions?: components["schemas"]["Conditions"];
            /** @default [] */
            reasonCodes: string[];
            comment: string;
        } | {
            /** @constant */
            decision: "reject";
            reasonCodes: string[];
            comment: string;
        } | {
            /** @constant */
            decision: "return";
            /** @description Kinds of documents to bring */
            documents: string[];
            comment: string;
        } | {
            /** @constant */
            decision: "complete";
            outcome: string;
            terms?: {
                [key: string]: string;
            };
            /** @default [] */
            reasonCodes: string[];
            comment?: string;
        };
        Decision: {
            /** @example app_00000000000000000000000000 */
            id: string;
            /** @example app_00000000000000000000000000 */
            applicationId: string;
            result: string;
            route: string | null;
            grade: string | null;
            score: number | null;
            reasonCodes: string[];
            terms: {
                amountMinor: components["schemas"]["Amount"];
                rateBps: number | null;
                termMonths: number | null;
            } | null;
            simpleAnnualPercent: string | null;
            /** @description Why less than asked is offered */
            bound: string | null;
            caps: {
                reason: string;
                amountMinor: components["schemas"]["Amount"];
            }[];
            /** @description Points and points lost against the best, in hundredths */
            scoreParts: {
                name: string;
                names: {
                    zh: string;
                    en: string;
                } | null;
                points: number;
                lost: number;
            }[];
            hits: {
                code: string;
                severity: string;
            }[];
            rules: {
                policy: string;
                table: string;
                row: string;
                note: string;
            }[];
            findings: {
                field: string;
                source: string;
                declared: string | number | boolean | null;
                found: string | number | boolean | null;
                code: string;
            }[];
            facts: {
                field: string;
                declared: string | number | boolean | null;
                /** @description What a declared code stands for */
                declaredNames: {
                    zh: string;
                    en: string;
                } | null;
                sources: {
                    source: string;
                    value: string | number | boolean | null;
                    differs: boolean;
                    settled: components["schemas"]["SettledFact"] | null;
                }[];
                scans: components["schemas"]["ScannedValue"][];
            }[];
            companyFigures: {
                /** @description The latest year first */
                years: components["schemas"]["FinancialYear"][];
                workingCapital: components["schemas"]["WorkingCapitalInputs"];
                need: {
                    cycleDays: number;
                    /** @description 营运资金量 */
                    capitalMinor: components["schemas"]["Amount"];
                    /** @description 新增流动资金贷款额度 */
                    newLoanMinor: components["schemas"]["Amount"];
                };
            } | null;
            /** @description The newest document of each kind that is read */
            readings: {
                /** @example app_00000000000000000000000000 */
                documentId: string;
                /** @description Kind of the document */
                document: string;
                /** @enum {string} */
                outcome: "read" | "unreadable" | "unavailable";
                /**
                 * Format: date-time
                 * @example 2026-03-01T02:00:00.000Z
                 */
                readAt: string;
            }[];
            standing: {
                exposureMinor: components["schemas"]["Amount"];
                openApplications: number;
                daysOverdue: number;
                blacklisted: boolean;
            };
            sources: {
                source: string;
                names: {
                    zh: string;
                    en: string;
                } | null;
                outcome: string;
                latencyMs: number;
                /**
                 * Format: date-time
                 * @example 2026-03-01T02:00:00.000Z
                 */
                calledAt: string;
                answer: {
                    field: string;
                    value: string | number | boolean | null;
                }[];
            }[];
            policies: {
                kind: string;
                code: string;
                version: number;
            }[];
            inputsHash: string;
            /**
             * Format: date-time
             * @example 2026-03-01T02:00:00.000Z
             */
            decidedAt: string;
        };
        Delivery: {
            /** @example app_00000000000000000000000000 */
            id: string;
            /** @example app_00000000000000000000000000 */
            endpointId: string;
            /** @example app_00000000000000000000000000 */
            eventId: string;
            eventType: string;
            /** @enum {string} */
            status: "pending" | "delivered" | "failed" | "dropped";
            attempts: number;
            /**
             * Format: date-time
             * @example 2026-03-01T02:00:00.000Z
             */
            createdAt: string;
            settledAt: string | null;
        };
        DeliveryDetail: {
            /** @example app_00000000000000000000000000 */
            id: string;
            /** @example app_00000000000000000000000000 */
            endpointId: string;
            /** @example app_00000000000000000000000000 */
            eventId: string;
            eventType: string;
            /** @enum {string} */
            status: "pending" | "delivered" | "failed" | "dropped";
            attempts: number;
            /**
             * Format: date-time
             * @example 2026-03-01T02:00:00.000Z
             */
            createdAt: string;
            settledAt: string | null;
            tries: {
                attempt: number;
                /**
                 * Format: date-time
                 * @example 2026-03-01T02:00:00.000Z
                 */
                at: string;
                status: number | null;
                failure: string | null;
                body: string;
                latencyMs: number;
            }[];
        };
        DifferenceKind: {
            /** @enum {string} */
            kind: "unknown-to-us" | "missing-at-bank" | "amount-differs" | "shown-twice" | "statement-unsound" | "opening-differs";
            count: number;
            open: number;
            resolved: number;
            confirmed: number;
            bankMinor: components["schemas"]["Amount"];
            ownMinor: components["schemas"]["Amount"];
            currency: string;
        };
        Document: {
            /** @example app_00000000000000000000000000 */
            id: string;
            /** @example app_00000000000000000000000000 */
            applicationId: string;
            kind: string;
            contentType: string;
            sizeBytes: number;
            sha256: string;
            /**
             * Format: date-time
             * @example 2026-03-01T02:00:00.000Z
             */
            uploadedAt: string;
        };
        DraftPolicy: {
            kind: components["schemas"]["StudioKind"];
            /** @description An existing name for its next version, or a new name */
            code: string;
            /**
             * @description Version to begin with; the one in force where absent
             * @example pol_00000000000000000000000000
             */
            copyOf?: string;
        };
        DrawSpecimen: {
            kind: string;
            name: string;
            idNo: string;
            cardNo?: string;
            monthlyIncomeMinor?: components["schemas"]["PositiveAmount"];
        };
        EndLimit: {
            /** @default [] */
            reasonCodes: string[];
            /** @description What staff should know who confirm it */
            comment?: string;
        };
        Estimate: {
            /** @description Estimated by the database, not counted */
            rows: number;
        };
        Event: {
            /** @example app_00000000000000000000000000 */
            id: string;
            type: string;
            subjectId: string;
            applicationId: string | null;
            data: {
                [key: string]: unknown;
            };
            /**
             * Format: date-time
             * @example 2026-03-01T02:00:00.000Z
             */
            occurredAt: string;
            clockId: string | null;
        };
        EventKind: {
            type: string;
            meaning: {
                zh: string;
                en: string;
            };
            sample: {
                [key: string]: unknown;
            };
        };
        /** @enum {string} */
        EventType: "loan.application_received" | "loan.supplement_requested" | "loan.consent_requested" | "loan.referred" | "loan.approved" | "loan.declined" | "loan.closed" | "loan.offered" | "loan.signed" | "loan.disbursed" | "loan.payout_returned" | "loan.payment_booked" | "loan.overdue" | "loan.cured" | "loan.paid_off" | "loan.written_off" | "test_clock.ready" | "webhook.disabled" | "webhook.ping";
        ExampleApplicant: {
            amountMinor: string;
            termMonths: number;
            purpose: string;
            /** @enum {string} */
            method: "equal-instalment" | "equal-principal" | "interest-only" | "bullet" | "flat" | "balloon" | "interest-only-first" | "revolving" | "custom";
            age: number;
            declared: {
                /** @constant */
                kind: "person";
                /** @enum {string} */
                employment: "employed" | "self_employed" | "public_sector" | "student" | "retired" | "unemployed";
                jobMonths: number;
                monthlyIncomeMinor: string;
                monthlyDebtMinor: string;
                /** @enum {string} */
                education: "below_high_school" | "high_school" | "college" | "bachelor" | "master_or_above";
                /** @enum {string} */
                housing: "own" | "mortgage" | "rent" | "family" | "dormitory" | "other";
                /** @enum {string} */
                marital: "single" | "married" | "divorced" | "widowed";
                dependants: number;
                residenceProvince: string;
            };
            record: {
                bureauScore: number | null;
                /** @default 0 */
                overdueAccounts: number;
                /** @default 0 */
                worst24m: number;
                /** @default 0 */
                hardQueries3m: number;
                /** @default 0 */
                multiLenders3m: number;
                /** @default 0 */
                fraudScore: number;
                /** @default 20 */
                utilisationPercent: number;
                /** @default 0 */
                monthlyRepaymentMinor: string;
                /** @default 0 */
                courtOpenCases: number;
                /** @default false */
                dishonest: boolean;
            };
            /** @default 0 */
            exposureMinor: string;
            /** @default 0 */
            openApplications: number;
        };
        FailingGroup: {
            step: string;
            /** @description Type of the failure */
            error: string;
            count: number;
            /**
             * Format: date-time
             * @description When the first of them was to run
             * @example 2026-03-01T02:00:00.000Z
             */
            since: string;
            /** @description Failed attempts since the step began or was last told to try at once */
            highestAttempts: number;
            /** @description When it is tried again by itself */
            nextAttemptAt: string | null;
        };
        FailingStep: {
            /** @example app_00000000000000000000000000 */
            applicationId: string;
            loanId: string | null;
            stage: string;
            step: string;
            /** @description Type of the failure */
            error: string;
            /** @description Failed attempts since the step began or was last told to try at once */
            attempts: number;
            /**
             * Format: date-time
             * @description When the step was first to run
             * @example 2026-03-01T02:00:00.000Z
             */
            since: string;
            /**
             * Format: date-time
             * @example 2026-03-01T02:00:00.000Z
             */
            lastFailedAt: string;
            /** @description When it is tried again by itself */
            nextAttemptAt: string | null;
            /** @description When a person last told it to try at once */
            retriedAt: string | null;
            workflowId: string;
            clockId: string | null;
        };
        FinancialYear: {
            /** Format: date */
            endsOn: string;
            assetsMinor: string;
            liabilitiesMinor: string;
            equityMinor: string;
            currentAssetsMinor: string;
            currentLiabilitiesMinor: string;
            inventoryMinor: string;
            receivablesMinor: string;
            debtMinor: string;
            revenueMinor: string;
            costMinor: string;
            ebitMinor: string;
            interestMinor: string;
            netIncomeMinor: string;
            operatingCashFlowMinor: string;
        };
        Found: {
            /** @enum {string} */
            kind: "application" | "loan" | "customer" | "task";
            /** @example app_00000000000000000000000000 */
            id: string;
            /** @description Masked name of the customer */
            name: string;
            /** @description Stage of an application */
            state: {
                zh: string;
                en: string;
            } | null;
            /** @description Status of a loan or task */
            status: string | null;
            taskKind: string | null;
            productCode: string | null;
            amountMinor: components["schemas"]["Amount"] | null;
            clockId: string | null;
        };
        FoundAuditEntry: {
            /** @example app_00000000000000000000000000 */
            id: string;
            subject: string;
            seq: number;
            prevHash: string;
            hash: string;
            /**
             * Format: date-time
             * @example 2026-03-01T02:00:00.000Z
             */
            at: string;
            actorId: string;
            action: string;
            data: {
                [key: string]: unknown;
            };
            /** @description Salted hashes only */
            personal: {
                [key: string]: string;
            };
            clockId: string | null;
            /** @description Of its amounts, where it is about an application; those about people and policies are in the currency of the house */
            currency: string | null;
        };
        Installation: {
            /** @description Test clocks and payments by borrowers are allowed */
            testMode: boolean;
            /** @description Tokens come from POST /dev/token */
            developmentLogin: boolean;
            /** @description Where the console signs staff in by redirect, if it does */
            login: {
                authority: string;
                clientId: string;
                scope: string;
            } | null;
            /** @description Where workflow histories can be read */
            temporalUiUrl: string | null;
        };
        InventedPerson: {
            name: string;
            idNo: string;
            phone: string;
            cardNo: string;
            /**
             * Format: date
             * @example 2026-03-01
             */
            birthOn: string;
            /** @enum {string} */
            sex: "male" | "female";
        };
        JournalEntry: {
            id: string;
            loanId: string | null;
            kind: string;
            /**
             * Format: date
             * @example 2026-03-01
             */
            bookedOn: string;
            /**
             * Format: date
             * @example 2026-03-01
             */
            effectiveOn: string;
            currency: string;
            lines: {
                accountCode: string;
                amountMinor: components["schemas"]["Amount"];
            }[];
        };
        LedgerProof: {
            /**
             * Format: date
             * @example 2026-03-01
             */
            asOf: string;
            clockId: string | null;
            currency: string;
            ok: boolean;
            debitMinor: components["schemas"]["Amount"];
            creditMinor: components["schemas"]["Amount"];
            accounts: {
                code: string;
                names: {
                    zh: string;
                    en: string;
                };
                /** @description All postings of the account */
                ledgerMinor: components["schemas"]["Amount"];
                /** @description Sum over the loans: their postings and shares of accruals */
                loansMinor: components["schemas"]["Amount"];
                differenceMinor: components["schemas"]["Amount"];
            }[];
            /** @description The same against the balances that lists show; for today only */
            balances: {
                /** @enum {string} */
                check: "principal" | "suspense";
                ledgerMinor: components["schemas"]["Amount"];
                loansMinor: components["schemas"]["Amount"];
            }[];
            lastClose: {
                id: string;
                /**
                 * Format: date
                 * @example 2026-03-01
                 */
                closedOn: string;
                status: string;
                findings: number;
            } | null;
        };
        LimitPermission: {
            /** @enum {string} */
            action: "create" | "read" | "supply" | "withdraw" | "claim" | "decide" | "sign" | "pay" | "draw" | "change" | "reveal" | "resume" | "publish" | "manage";
            /** @enum {string} */
            subject: "Application" | "Task" | "Command" | "Contract" | "Loan" | "Customer" | "Product" | "Quote" | "Ledger" | "TestClock" | "Operation" | "Webhook" | "Event" | "Audit" | "Staff" | "ApiKey" | "Policy" | "Dashboard" | "Scene";
            /** @enum {string} */
            reach?: "branch" | "all";
            maxAmountMinor?: components["schemas"]["PositiveAmount"] | null;
            /** @description Why; the second administrator reads it */
            reason: string;
        };
        ListExport: {
            /** @example app_00000000000000000000000000 */
            id: string;
            /** @enum {string} */
            list: "applications" | "loans" | "customers";
            /** @enum {string} */
            format: "csv" | "xlsx";
            /** @enum {string} */
            state: "queued" | "running" | "ready" | "failed" | "expired";
            /** @description Written so far; all of them once it is ready */
            rows: number;
            /** @description Estimated by the database when it was asked for */
            rowsExpected: number;
            /** @description There were more rows than an export holds (5,000,000) */
            leftOff: boolean;
            bytes: number;
            /**
             * Format: date-time
             * @example 2026-03-01T02:00:00.000Z
             */
            requestedAt: string;
            finishedAt: string | null;
            /** @description The file is deleted then */
            keptUntil: string | null;
        };
        Loan: {
            /** @example app_00000000000000000000000000 */
            id: string;
            /** @example app_00000000000000000000000000 */
            applicationId: string;
            /** @example app_00000000000000000000000000 */
            customerId: string;
            /** @description Masked */
            customerName: string;
            productCode: string;
            productVersion: number;
            currency: string;
            /** @enum {string} */
            status: "pending" | "active" | "overdue" | "settled" | "written_off" | "transferred";
            /** @description The approved amount */
            principalMinor: components["schemas"]["Amount"];
            /** @description Paid out so far; below it where the loan is drawn in stages */
            disbursedMinor: components["schemas"]["Amount"];
            /**
             * Format: date
             * @example 2026-03-01
             */
            asOf: string;
            /**
             * Format: date
             * @description Booking date up to which events count
             * @example 2026-03-01
             */
            knownAt: string;
            balances: {
                principalMinor: components["schemas"]["Amount"];
                principalOverdueMinor: components["schemas"]["Amount"];
                interestDueMinor: components["schemas"]["Amount"];
                interestAccruedMinor: components["schemas"]["Amount"];
                penaltyMinor: components["schemas"]["Amount"];
                compoundMinor: components["schemas"]["Amount"];
                feeMinor: components["schemas"]["Amount"];
                suspenseMinor: components["schemas"]["Amount"];
                overdueMinor: components["schemas"]["Amount"];
            };
            paid: components["schemas"]["Buckets"];
            daysOverdue: number;
            maxDaysOverdue: number;
            inGrace: boolean;
            /** @description On the day shown */
            bucket: string;
            /** @description On the day shown, as the close of that day reported it; by the days overdue where no close has seen the loan */
            fiveClass: string;
            nextDue: {
                /**
                 * Format: date
                 * @example 2026-03-01
                 */
                on: string;
                amountMinor: components["schemas"]["Amount"];
            } | null;
            disbursedOn: string | null;
            maturityOn: string | null;
            closedOn: string | null;
            clockId: string | null;
            version: number;
        };
        LoanDraws: {
            /** @example app_00000000000000000000000000 */
            loanId: string;
            currency: string;
            /**
             * Format: date
             * @example 2026-03-01
             */
            asOf: string;
            loanVersion: number;
            limitMinor: components["schemas"]["Amount"];
            /** @description What counts against the limit: lent, fees kept back included, or owed where it revolves */
            drawnMinor: components["schemas"]["Amount"];
            /** @description Ordered, not yet answered by the bank */
            underWayMinor: components["schemas"]["Amount"];
            /** @description Of the limit; `refusal` says whether it can be drawn now */
            availableMinor: components["schemas"]["Amount"];
            /** @description Least amount of a draw, unless it is all that is left */
            leastMinor: components["schemas"]["Amount"];
            drawsLeft: number;
            /** @description Last day on which a draw may be ordered */
            lastDay: string | null;
            /** @description Repaid principal may be drawn again */
            revolving: boolean;
            /** @description Why nothing can be drawn now; null: a draw is possible */
            refusal: string | null;
            /** @description Why the limit cannot be given up now; null: it can, since nothing is owed on it */
            endRefusal: string | null;
            /** @description Oldest first */
            payouts: components["schemas"]["LoanPayout"][];
        };
        LoanListed: {
            /** @example app_00000000000000000000000000 */
            id: string;
            /** @example app_00000000000000000000000000 */
            applicationId: string;
            /** @example app_00000000000000000000000000 */
            customerId: string;
            customerName: string;
            productCode: string;
            currency: string;
            status: string;
            principalMinor: components["schemas"]["Amount"];
            outstandingPrincipalMinor: components["schemas"]["Amount"];
            overdueMinor: components["schemas"]["Amount"];
            daysOverdue: number;
            maxDaysOverdue: number;
            bucket: string;
            nextDueOn: string | null;
            nextDueMinor: components["schemas"]["Amount"];
            disbursedOn: string | null;
            closedOn: string | null;
            bookedTo: string | null;
            clockId: string | null;
        };
        LoanPayout: {
            /** @example app_00000000000000000000000000 */
            id: string;
            /** @description The draw that it carries out; null: the first payout */
            operationId: string | null;
            /** @description Principal: what is paid out and the fees kept back from it */
            lentMinor: components["schemas"]["Amount"];
            /** @description Fees kept back (放款时扣收) */
            withheldMinor: components["schemas"]["Amount"];
            /** @description What the bank pays out */
            amountMinor: components["schemas"]["Amount"];
            /** @description Masked */
            account: string;
            /** @enum {string} */
            status: "intent" | "processing" | "confirmed" | "failed" | "returned" | "cancelled";
            failureCode: string | null;
            /**
             * Format: date-time
             * @example 2026-03-01T02:00:00.000Z
             */
            orderedAt: string;
            /** @description Day the bank paid it */
            valueOn: string | null;
            returnedOn: string | null;
        };
        LoanStanding: {
            /** @example app_00000000000000000000000000 */
            loanId: string;
            /**
             * Format: date
             * @example 2026-03-01
             */
            closedOn: string;
            status: string;
            daysOverdue: number;
            bucket: string;
            /**
             * @description By itself
             * @enum {string}
             */
            ownClass: "pass" | "special_mention" | "substandard" | "doubtful" | "loss";
            /**
             * @description Reported, with the debtor's other loans in view (交叉违约)
             * @enum {string}
             */
            fiveClass: "pass" | "special_mention" | "substandard" | "doubtful" | "loss";
            /** @description Until when a restructured loan is watched (观察期) */
            observedUntil: string | null;
            /** @description Since when a bad loan has had no arrears */
            clearedOn: string | null;
            /** @description Stage of expected loss (CAS 22) */
            stage: number;
            principalMinor: components["schemas"]["Amount"];
            exposureMinor: components["schemas"]["Amount"];
            overdueMinor: components["schemas"]["Amount"];
            /** @description Expected loss */
            lossMinor: components["schemas"]["Amount"];
            /** @description 还款状态 of the last 24 month ends, oldest first; null before the first of them */
            months24: string | null;
            /** @description Month end of the last of them */
            months24Until: string | null;
        };
        LogIn: {
            /** @example 13800000001 */
            phone: string;
            code: string;
        };
        LoginCodeSent: {
            /** @description Masked */
            sentTo: string;
            /**
             * Format: date-time
             * @example 2026-03-01T02:00:00.000Z
             */
            expiresAt: string;
            /** @description Seconds until another code may be asked for */
            nextAfterSeconds: number;
        };
        MagicTable: {
            where: {
                zh: string;
                en: string;
            };
            values: components["schemas"]["MagicValue"][];
        };
        MagicValue: {
            scenario: string;
            /** @description The digits that work it */
            mark: string;
            party: string;
            effect: {
                zh: string;
                en: string;
            };
            /** @description Whether an invented person can carry it */
            onPerson: boolean;
        };
        MoneyOperation: {
            /** @constant */
            kind: "payment";
            amountMinor: components["schemas"]["PositiveAmount"];
        } | {
            /** @constant */
            kind: "early_part";
            amountMinor: components["schemas"]["PositiveAmount"];
            /** @enum {string} */
            way: "shorter_term" | "lower_instalment";
        } | {
            /** @constant */
            kind: "early_full";
            /** @description What ends the loan, if left out */
            amountMinor?: components["schemas"]["PositiveAmount"];
        } | {
            /** @constant */
            kind: "recovery";
            amountMinor: components["schemas"]["PositiveAmount"];
        } | {
            /** @constant */
            kind: "fee";
            code: string;
            amountMinor: components["schemas"]["PositiveAmount"];
        } | {
            /** @constant */
            kind: "waiver";
            amounts: {
                /** @default 0 */
                fee: string;
                /** @default 0 */
                penalty: string;
                /** @default 0 */
                compound: string;
                /** @default 0 */
                interest: string;
                /** @default 0 */
                principal: string;
            };
        } | {
            /** @constant */
            kind: "rate_change";
            /**
             * @description Percent per year
             * @example 9.6
             */
            annualRatePercent: string;
            /** @enum {string} */
            reason: "lpr" | "downgrade" | "agreement";
        } | {
            /** @constant */
            kind: "interest_pause";
            /**
             * Format: date
             * @example 2026-03-01
             */
            until: string;
            /**
             * @default interest-only
             * @enum {string}
             */
            also: "interest-only" | "penalty-too";
        } | {
            /** @constant */
            kind: "deferral";
            periods: number;
            /**
             * @default runs
             * @enum {string}
             */
            interest: "runs" | "waived";
        } | {
            /** @constant */
            kind: "extension";
            periods: number;
        } | {
            /** @constant */
            kind: "reamortisation";
            periods: number;
        } | {
            /** @constant */
            kind: "restructuring";
            capitalised: ("fee" | "penalty" | "compound" | "interest")[];
            periods: number;
            /**
             * Format: date
             * @example 2026-03-01
             */
            firstDueOn?: string;
            /**
             * @description Percent per year
             * @example 9.6
             */
            annualRatePercent?: string;
            /**
             * @description As before, if left out; equal instalments after a custom table
             * @enum {string}
             */
            method?: "equal-instalment" | "equal-principal" | "interest-only" | "bullet" | "flat" | "balloon" | "interest-only-first" | "custom";
            /** @description Of a balloon: what is left for the last row */
            balloonMinor?: components["schemas"]["PositiveAmount"];
            /** @description Of interest-only-first: rows of interest alone, fewer than all */
            interestOnlyPeriods?: number;
            /**
             * @description Of interest-only-first: how the rest is repaid; equal instalments if left out
             * @enum {string}
             */
            interestOnlyThen?: "equal-instalment" | "equal-principal";
            /** @description Of a custom table: the share of the new principal that each row repays, in millionths; all of it in all, the last above 0 */
            sharesPpm?: number[];
        } | {
            /** @constant */
            kind: "acceleration";
        } | {
            /** @constant */
            kind: "charge_off";
        } | {
            /** @constant */
            kind: "collateral_proceeds";
            amountMinor: components["schemas"]["PositiveAmount"];
            /** @default 0 */
            costsMinor: string;
            /** @description The bank's reference of the money; the statement is matched by it */
            payerRef: string;
        } | {
            /** @constant */
            kind: "debt_transfer";
            buyer: string;
            priceMinor: string;
            /** @description The bank's reference of the money; the statement is matched by it */
            payerRef: string;
        } | {
            /** @constant */
            kind: "draw";
            amountMinor: components["schemas"]["PositiveAmount"];
        } | {
            /** @constant */
            kind: "limit_end";
        } | {
            /** @constant */
            kind: "refund";
            amountMinor: components["schemas"]["PositiveAmount"];
        } | {
            /** @constant */
            kind: "reversal";
            /**
             * @description The booked event that did not happen
             * @example evt_00000000000000000000000000
             */
            transactionId: string;
        };
        NotificationSetting: {
            /** @enum {string} */
            topic: "codes" | "decision" | "overdue" | "application" | "contract" | "reminder" | "receipt";
            /** @enum {string} */
            channel: "sms" | "inapp";
            /** @description Needed by law or for security: always by text message */
            fixed: boolean;
        };
        OpenScene: {
            code: string;
            partnerName: string;
            name: string;
            productCode: string;
            amountMinor: components["schemas"]["Amount"] | null;
            termMonths: number | null;
        };
        Operation: {
            /** @example app_00000000000000000000000000 */
            id: string;
            /** @example app_00000000000000000000000000 */
            loanId: string;
            kind: string;
            data: {
                [key: string]: unknown;
            };
            /**
             * Format: date
             * @example 2026-03-01
             */
            effectiveOn: string;
            /** @description The amount that authority is measured by, held against limits in CNY by the exchange rates of the day */
            stakeMinor: components["schemas"]["Amount"];
            currency: string;
            needsSecondPerson: boolean;
            /** @enum {string} */
            status: "proposed" | "confirmed" | "applied" | "refused" | "rejected";
            /** @description Why the account did not take it */
            refusal: string | null;
            reasonCodes: string[];
            /** @example app_00000000000000000000000000 */
            proposedBy: string;
            /**
             * Format: date-time
             * @example 2026-03-01T02:00:00.000Z
             */
            proposedAt: string;
            decidedBy: string | null;
            decidedAt: string | null;
            appliedAt: string | null;
            clockId: string | null;
        };
        OperationPreview: {
            /** @example app_00000000000000000000000000 */
            loanId: string;
            /**
             * Format: date
             * @description Day it would be booked
             * @example 2026-03-01
             */
            on: string;
            /**
             * Format: date
             * @example 2026-03-01
             */
            effectiveOn: string;
            loanVersion: number;
            needsSecondPerson: boolean;
            before: {
                /** @enum {string} */
                status: "pending" | "active" | "overdue" | "settled" | "written_off" | "transferred";
                balances: {
                    principalMinor: components["schemas"]["Amount"];
                    principalOverdueMinor: components["schemas"]["Amount"];
                    interestDueMinor: components["schemas"]["Amount"];
                    interestAccruedMinor: components["schemas"]["Amount"];
                    penaltyMinor: components["schemas"]["Amount"];
                    compoundMinor: components["schemas"]["Amount"];
                    feeMinor: components["schemas"]["Amount"];
                    suspenseMinor: components["schemas"]["Amount"];
                    overdueMinor: components["schemas"]["Amount"];
                };
                daysOverdue: number;
                nextDue: {
                    /**
                     * Format: date
                     * @example 2026-03-01
                     */
                    on: string;
                    amountMinor: components["schemas"]["Amount"];
                } | null;
                maturityOn: string | null;
                /** @description What would end the loan on the day */
                payoffMinor: components["schemas"]["Amount"];
            };
            after: {
                /** @enum {string} */
                status: "pending" | "active" | "overdue" | "settled" | "written_off" | "transferred";
                balances: {
                    principalMinor: components["schemas"]["Amount"];
                    principalOverdueMinor: components["schemas"]["Amount"];
                    interestDueMinor: components["schemas"]["Amount"];
                    interestAccruedMinor: components["schemas"]["Amount"];
                    penaltyMinor: components["schemas"]["Amount"];
                    compoundMinor: components["schemas"]["Amount"];
                    feeMinor: components["schemas"]["Amount"];
                    suspenseMinor: components["schemas"]["Amount"];
                    overdueMinor: components["schemas"]["Amount"];
                };
                daysOverdue: number;
                nextDue: {
                    /**
                     * Format: date
                     * @example 2026-03-01
                     */
                    on: string;
                    amountMinor: components["schemas"]["Amount"];
                } | null;
                maturityOn: string | null;
                /** @description What would end the loan on the day */
                payoffMinor: components["schemas"]["Amount"];
            };
            schedule: {
                /**
                 * Format: date
                 * @example 2026-03-01
                 */
                dueOn: string;
                /** @description To be paid as things stand; null: no such due date */
                before: components["schemas"]["Buckets"] | null;
                /** @description To be paid afterwards; null: it falls away */
                after: components["schemas"]["Buckets"] | null;
            }[];
            /** @description What the operation itself posts; null for those who may not see the books */
            entries: {
                kind: string;
                /**
                 * Format: date
                 * @example 2026-03-01
                 */
                effectiveOn: string;
                lines: {
                    accountCode: string;
                    names: {
                        zh: string;
                        en: string;
                    };
                    /** @description Debit positive, credit negative */
                    amountMinor: components["schemas"]["Amount"];
                }[];
            }[] | null;
            /** @description What is posted with it for the time since the books were last brought to date */
            timeEntries: {
                kind: string;
                /**
                 * Format: date
                 * @example 2026-03-01
                 */
                effectiveOn: string;
                lines: {
                    accountCode: string;
                    names: {
                        zh: string;
                        en: string;
                    };
                    /** @description Debit positive, credit negative */
                    amountMinor: components["schemas"]["Amount"];
                }[];
            }[] | null;
        };
        OrderDraw: {
            amountMinor: components["schemas"]["PositiveAmount"];
            /** @default [] */
            reasonCodes: string[];
            /** @description What staff should know who confirm it */
            comment?: string;
        };
        OrderOperation: {
            operation: components["schemas"]["BookableOperation"];
            /**
             * Format: date
             * @description Day it counts from, also a past one; today if left out
             * @example 2026-03-01
             */
            effectiveOn?: string;
            reasonCodes: string[];
            comment: string;
        };
        OwnMove: {
            /** @example app_00000000000000000000000000 */
            ref: string;
            loanId: string;
            kind: string;
            /** @enum {string} */
            side: "credit" | "debit";
            bankRef: string | null;
            orderNo: string | null;
            amountMinor: components["schemas"]["Amount"];
            valueOn: string | null;
        };
        Paper: {
            /** @example app_00000000000000000000000000 */
            id: string;
            kind: string;
            /**
             * Format: date-time
             * @example 2026-03-01T02:00:00.000Z
             */
            issuedAt: string;
            sha256: string;
        };
        ParkedGroup: {
            /** @description Type of the failure */
            reason: string | null;
            count: number;
            /**
             * Format: date-time
             * @description When the first of them stopped
             * @example 2026-03-01T02:00:00.000Z
             */
            since: string;
            steps: {
                step: string;
                count: number;
            }[];
        };
        ParkedLoan: {
            /** @example app_00000000000000000000000000 */
            applicationId: string;
            loanId: string | null;
            stage: string;
            step: string;
            reason: string | null;
            /**
             * Format: date-time
             * @example 2026-03-01T02:00:00.000Z
             */
            parkedAt: string;
            workflowId: string;
            clockId: string | null;
            /** @description The step moves or books money: two people resume it */
            needsSecond: boolean;
            /** @description Who said already that it may go on, and what was corrected */
            firstWord: {
                by: {
                    id: string;
                    name: string | null;
                };
                /**
                 * Format: date-time
                 * @example 2026-03-01T02:00:00.000Z
                 */
                at: string;
                comment: string;
            } | null;
        };
        PartnerListed: {
            /** @example app_00000000000000000000000000 */
            id: string;
            code: string;
            name: string;
            active: boolean;
        };
        PayNow: {
            amountMinor: components["schemas"]["PositiveAmount"];
            /**
             * @description `due`: instalments, oldest first; else an early repayment, of all or of a part
             * @default due
             * @enum {string}
             */
            way: "due" | "payoff" | "shorter_term" | "lower_instalment";
        };
        Payment: {
            /** @example app_00000000000000000000000000 */
            id: string;
            /** @example app_00000000000000000000000000 */
            loanId: string;
            payerRef: string;
            /** @enum {string} */
            source: "debit" | "transfer" | "counter" | "prepayment" | "collateral" | "debt_sale";
            /** @enum {string} */
            way: "due" | "payoff" | "shorter_term" | "lower_instalment";
            amountMinor: components["schemas"]["Amount"];
            currency: string;
            /**
             * Format: date
             * @example 2026-03-01
             */
            valueOn: string;
            /** @enum {string} */
            status: "received" | "booked" | "suspense" | "bounced" | "reversed";
            /**
             * Format: date-time
             * @example 2026-03-01T02:00:00.000Z
             */
            receivedAt: string;
            bookedAt: string | null;
        };
        PaymentPreview: {
            amountMinor: components["schemas"]["Amount"];
            /**
             * Format: date
             * @example 2026-03-01
             */
            on: string;
            clears: components["schemas"]["Buckets"];
            instalments: {
                no: number;
                /**
                 * Format: date
                 * @example 2026-03-01
                 */
                dueOn: string;
                paidMinor: components["schemas"]["Amount"];
                openAfterMinor: components["schemas"]["Amount"];
            }[];
            /** @description Kept for the next due date */
            keptMinor: components["schemas"]["Amount"];
            principalAfterMinor: components["schemas"]["Amount"];
            overdueAfterMinor: components["schemas"]["Amount"];
            nextDueAfter: {
                /**
                 * Format: date
                 * @example 2026-03-01
                 */
                on: string;
                amountMinor: components["schemas"]["Amount"];
            } | null;
            settles: boolean;
        };
        PayoffQuote: {
            /** @example app_00000000000000000000000000 */
            loanId: string;
            /**
             * Format: date
             * @example 2026-03-01
             */
            on: string;
            currency: string;
            arrears: components["schemas"]["Buckets"];
            principalMinor: components["schemas"]["Amount"];
            interestMinor: components["schemas"]["Amount"];
            feeMinor: components["schemas"]["Amount"];
            suspenseMinor: components["schemas"]["Amount"];
            totalMinor: components["schemas"]["Amount"];
        };
        PayoffQuoteRequest: {
            /**
             * Format: date
             * @description Today if left out
             * @example 2026-03-01
             */
            on?: string;
        };
        PayoutAccount: {
            cardNo: string;
            holderName: string;
        };
        PermissionLimit: {
            /** @enum {string} */
            reach: "branch" | "all";
            maxAmountMinor: components["schemas"]["Amount"] | null;
        };
        PersonInput: {
            /** @constant */
            kind: "person";
            /** @example 张三 */
            name: string;
            /** @description Resident identity number */
            idNo: string;
            phone: string;
            mail?: string;
            address?: string;
        };
        Policy: {
            /** @enum {string} */
            kind: "product" | "entry_rules" | "checklist" | "scorecard" | "price_table" | "authority" | "limits" | "collection_strategy" | "provisioning" | "calendar" | "rate_cap" | "message_template" | "contract_template" | "consent_text" | "form" | "reason_codes" | "source" | "penalty" | "reference_rate" | "exchange_rates";
            code: string;
            /** @description Where the policy names itself, as products do */
            names: {
                zh: string;
                en: string;
            } | null;
            /** @description Whether the studio edits this kind */
            editable: boolean;
            /** @description Products in force that name it */
            usedBy: {
                code: string;
                names: {
                    zh: string;
                    en: string;
                };
            }[];
            versions: components["schemas"]["PolicyVersion"][];
        };
        PolicyBacktest: {
            applications: number;
            /** @description Whether earlier ones of the period were left out */
            more: boolean;
            approved: {
                published: number;
                draft: number;
            };
            referred: {
                published: number;
                draft: number;
            };
            declined: {
                published: number;
                draft: number;
            };
            meanRateBps: {
                published: number | null;
                draft: number | null;
            };
            changed: {
                /** @example app_00000000000000000000000000 */
                applicationId: string;
                published: components["schemas"]["TrialOutcome"];
                draft: components["schemas"]["TrialOutcome"];
            }[];
        };
        PolicyChange: {
            /** @enum {string} */
            kind: "added" | "removed" | "changed" | "moved";
            path: string[];
            before: unknown;
            after: unknown;
        };
        PolicyChanges: {
            against: {
                /** @example app_00000000000000000000000000 */
                id: string;
                version: number;
            } | null;
            before: components["schemas"]["PolicyContent"] | null;
            changes: components["schemas"]["PolicyChange"][];
        };
        PolicyContent: {
            /** @constant */
            kind: "product";
            form: components["schemas"]["ProductForm"];
        } | {
            /** @constant */
            kind: "checklist";
            form: {
                items: {
                    document: string;
                    names: {
                        zh: string;
                        en: string;
                    };
                    fromAmountMinor?: string;
                    purposes?: string[];
                    employment?: string[];
                }[];
            };
        } | {
            /** @constant */
            kind: "entry_rules";
            form: {
                table: components["schemas"]["RuleTable"];
            };
        } | {
            /** @constant */
            kind: "scorecard";
            form: {
                /** @constant */
                model: "points";
                pdo: number;
                baseScore: number;
                baseOdds: number;
                alpha: string;
                variables: {
                    name: string;
                    names: {
                        zh: string;
                        en: string;
                    };
                    beta: string;
                    reasonCode: string;
                    bins: {
                        label: string;
                        when: {
                            /** @constant */
                            kind: "range";
                            from: number | null;
                            to: number | null;
                        } | {
                            /** @constant */
                            kind: "in";
                            values: string[];
                        } | {
                            /** @constant */
                            kind: "missing";
                        };
                        woe: string;
                    }[];
                }[];
                grades: {
                    grade: string;
                    minScore: number;
                }[];
            } | {
                /** @constant */
                model: "ratios";
                ratios: {
                    name: string;
                    names: {
                        zh: string;
                        en: string;
                    };
                    fullAt: string;
                    zeroAt: string;
                    weight: number;
                }[];
                qualities: {
                    name: string;
                    names: {
                        zh: string;
                        en: string;
                    };
                    weight: number;
                    shares: {
                        when: {
                            /** @constant */
                            kind: "range";
                            from: number | null;
                            to: number | null;
                        } | {
                            /** @constant */
                            kind: "in";
                            values: string[];
                        } | {
                            /** @constant */
                            kind: "missing";
                        };
                        percent: number;
                    }[];
                }[];
                grades: {
                    grade: string;
                    minScore: number;
                    maxLinePercent: number;
                    addOnBps: number;
                    maxTermMonths: number;
                }[];
                overrides: {
                    /** @enum {string} */
                    fact: "dishonest" | "overdue_over_90" | "audit_not_clean" | "loss_two_years" | "stale_statements";
                    bestGrade: string;
                    reasonCode: string;
                }[];
                staleAfterMonths: number;
                salesGapReviewPercent: number;
            };
        } | {
            /** @constant */
            kind: "price_table";
            form: {
                table: components["schemas"]["RuleTable"];
            };
        } | {
            /** @constant */
            kind: "authority";
            form: {
                table: components["schemas"]["RuleTable"];
                routes: {
                    /** @enum {string} */
                    route: "AUTO" | "OFFICER" | "OFFICER_SENIOR" | "COMMITTEE" | "DECLINE";
                    levels: {
                        /** @enum {string} */
                        level: "OFFICER" | "SENIOR_OFFICER" | "COMMITTEE";
                        role: string;
                        deputyRole: string;
                        seats: number;
                        quorum: number;
                        votesNeeded: number;
                        slaHours: number;
                        deputyAfterHours: number;
                    }[];
                }[];
                ceilings: {
                    role: string;
                    maxAmountMinor: string;
                }[];
                declineReview: {
                    /** @enum {string} */
                    level: "OFFICER" | "SENIOR_OFFICER" | "COMMITTEE";
                    role: string;
                    deputyRole: string;
                    seats: number;
                    quorum: number;
                    votesNeeded: number;
                    slaHours: number;
                    deputyAfterHours: number;
                };
            };
        } | {
            /** @constant */
            kind: "limits";
            form: {
                customerMaxMinor: string;
                openApplicationsMax: number;
                dtiReferPercent: number;
                dtiMaxPercent: number;
            };
        } | {
            /** @constant */
            kind: "calendar";
            form: {
                /** Format: date */
                publishedFrom: string;
                /** Format: date */
                publishedThrough: string;
                holidays: string[];
                makeUpWorkdays: string[];
            };
        } | {
            /** @constant */
            kind: "rate_cap";
            form: {
                rows: {
                    /** Format: date */
                    fromOn: string;
                    toOn: string | null;
                    capPercent: string;
                    /** @enum {string} */
                    basis: "simple" | "compound";
                    legalBasis: {
                        zh: string;
                        en: string;
                    };
                    /** @enum {string} */
                    severity: "block" | "review" | "warn";
                }[];
            };
        } | {
            /** @constant */
            kind: "penalty";
            form: {
                overdueSurchargePercent: number;
                misuseSurchargePercent: number;
                /** @enum {string} */
                principalBears: "penalty" | "contract-and-uplift";
                /** @enum {string} */
                compound: "none" | "contract" | "penalty";
                dayBasis: 360 | 365;
            };
        } | {
            /** @constant */
            kind: "reference_rate";
            form: {
                publications: {
                    /** Format: date */
                    publishedOn: string;
                    /** @enum {string} */
                    tenor: "1Y" | "5Y";
                    rateBps: number;
                }[];
            };
        } | {
            /** @constant */
            kind: "exchange_rates";
            form: {
                rates: {
                    /** @enum {string} */
                    currency: "HKD" | "USD" | "EUR" | "JPY";
                    cnyPerUnit: string;
                }[];
            };
        };
        PolicyContentInput: {
            /** @constant */
            kind: "product";
            form: components["schemas"]["ProductForm"];
        } | {
            /** @constant */
            kind: "checklist";
            form: {
                items: {
                    document: string;
                    names: {
                        zh: string;
                        en: string;
                    };
                    fromAmountMinor?: string;
                    purposes?: string[];
                    employment?: string[];
                }[];
            };
        } | {
            /** @constant */
            kind: "entry_rules";
            form: {
                table: components["schemas"]["RuleTableInput"];
            };
        } | {
            /** @constant */
            kind: "scorecard";
            form: {
                /** @constant */
                model: "points";
                pdo: number;
                baseScore: number;
                baseOdds: number;
                alpha: string;
                variables: {
                    name: string;
                    names: {
                        zh: string;
                        en: string;
                    };
                    beta: string;
                    reasonCode: string;
                    bins: {
                        label: string;
                        when: {
                            /** @constant */
                            kind: "range";
                            from: number | null;
                            to: number | null;
                        } | {
                            /** @constant */
                            kind: "in";
                            values: string[];
                        } | {
                            /** @constant */
                            kind: "missing";
                        };
                        woe: string;
                    }[];
                }[];
                grades: {
                    grade: string;
                    minScore: number;
                }[];
            } | {
                /** @constant */
                model: "ratios";
                ratios: {
                    name: string;
                    names: {
                        zh: string;
                        en: string;
                    };
                    fullAt: string;
                    zeroAt: string;
                    weight: number;
                }[];
                qualities: {
                    name: string;
                    names: {
                        zh: string;
                        en: string;
                    };
                    weight: number;
                    shares: {
                        when: {
                            /** @constant */
                            kind: "range";
                            from: number | null;
                            to: number | null;
                        } | {
                            /** @constant */
                            kind: "in";
                            values: string[];
                        } | {
                            /** @constant */
                            kind: "missing";
                        };
                        percent: number;
                    }[];
                }[];
                grades: {
                    grade: string;
                    minScore: number;
                    maxLinePercent: number;
                    addOnBps: number;
                    maxTermMonths: number;
                }[];
                overrides: {
                    /** @enum {string} */
                    fact: "dishonest" | "overdue_over_90" | "audit_not_clean" | "loss_two_years" | "stale_statements";
                    bestGrade: string;
                    reasonCode: string;
                }[];
                staleAfterMonths: number;
                salesGapReviewPercent: number;
            };
        } | {
            /** @constant */
            kind: "price_table";
            form: {
                table: components["schemas"]["RuleTableInput"];
            };
        } | {
            /** @constant */
            kind: "authority";
            form: {
                table: components["schemas"]["RuleTableInput"];
                routes: {
                    /** @enum {string} */
                    route: "AUTO" | "OFFICER" | "OFFICER_SENIOR" | "COMMITTEE" | "DECLINE";
                    levels: {
                        /** @enum {string} */
                        level: "OFFICER" | "SENIOR_OFFICER" | "COMMITTEE";
                        role: string;
                        deputyRole: string;
                        seats: number;
                        quorum: number;
                        votesNeeded: number;
                        slaHours: number;
                        deputyAfterHours: number;
                    }[];
                }[];
                ceilings: {
                    role: string;
                    maxAmountMinor: string;
                }[];
                declineReview: {
                    /** @enum {string} */
                    level: "OFFICER" | "SENIOR_OFFICER" | "COMMITTEE";
                    role: string;
                    deputyRole: string;
                    seats: number;
                    quorum: number;
                    votesNeeded: number;
                    slaHours: number;
                    deputyAfterHours: number;
                };
            };
        } | {
            /** @constant */
            kind: "limits";
            form: {
                customerMaxMinor: string;
                openApplicationsMax: number;
                dtiReferPercent: number;
                dtiMaxPercent: number;
            };
        } | {
            /** @constant */
            kind: "calendar";
            form: {
                /** Format: date */
                publishedFrom: string;
                /** Format: date */
                publishedThrough: string;
                holidays: string[];
                makeUpWorkdays: string[];
            };
        } | {
            /** @constant */
            kind: "rate_cap";
            form: {
                rows: {
                    /** Format: date */
                    fromOn: string;
                    toOn: string | null;
                    capPercent: string;
                    /** @enum {string} */
                    basis: "simple" | "compound";
                    legalBasis: {
                        zh: string;
                        en: string;
                    };
                    /** @enum {string} */
                    severity: "block" | "review" | "warn";
                }[];
            };
        } | {
            /** @constant */
            kind: "penalty";
            form: {
                overdueSurchargePercent: number;
                misuseSurchargePercent: number;
                /** @enum {string} */
                principalBears: "penalty" | "contract-and-uplift";
                /** @enum {string} */
                compound: "none" | "contract" | "penalty";
                dayBasis: 360 | 365;
            };
        } | {
            /** @constant */
            kind: "reference_rate";
            form: {
                publications: {
                    /** Format: date */
                    publishedOn: string;
                    /** @enum {string} */
                    tenor: "1Y" | "5Y";
                    rateBps: number;
                }[];
            };
        } | {
            /** @constant */
            kind: "exchange_rates";
            form: {
                rates: {
                    /** @enum {string} */
                    currency: "HKD" | "USD" | "EUR" | "JPY";
                    cnyPerUnit: string;
                }[];
            };
        };
        PolicyDetail: {
            /** @example app_00000000000000000000000000 */
            id: string;
            version: number;
            /**
             * @description Where the version stands on the business date
             * @enum {string}
             */
            standing: "draft" | "in_approval" | "approved" | "scheduled" | "in_force" | "superseded" | "retired";
            /** @description Counts changes; the ETag to send as If-Match */
            revision: number;
            effectiveFrom: string | null;
            effectiveTo: string | null;
            author: components["schemas"]["StaffName"];
            /** @description Everybody who wrote in it; none of them may approve it */
            editors: components["schemas"]["StaffName"][];
            approver: components["schemas"]["StaffName"] | null;
            publisher: components["schemas"]["StaffName"] | null;
            retirer: components["schemas"]["StaffName"] | null;
            /**
             * Format: date-time
             * @example 2026-03-01T02:00:00.000Z
             */
            createdAt: string;
            approvedAt: string | null;
            publishedAt: string | null;
            retiredAt: string | null;
            /** @enum {string} */
            kind: "product" | "entry_rules" | "checklist" | "scorecard" | "price_table" | "authority" | "limits" | "collection_strategy" | "provisioning" | "calendar" | "rate_cap" | "message_template" | "contract_template" | "consent_text" | "form" | "reason_codes" | "source" | "penalty" | "reference_rate" | "exchange_rates";
            code: string;
            /** @description Null where the studio has no form for it */
            content: components["schemas"]["PolicyContent"] | null;
        };
        PolicyEvent: {
            /**
             * Format: date-time
             * @example 2026-03-01T02:00:00.000Z
             */
            at: string;
            what: string;
            actor: components["schemas"]["StaffName"];
            comment: string | null;
            /** @description Day that a publication or retirement takes effect */
            on: string | null;
        };
        PolicyFact: {
            fact: string;
            names: {
                zh: string;
                en: string;
            };
            /** @enum {string} */
            unit: "money" | "bps" | "ppm" | "percent" | "months" | "years" | "days" | "count" | "flag" | "choice";
            choices: {
                value: string;
                names: {
                    zh: string;
                    en: string;
                };
            }[] | null;
            mayMiss: boolean;
        };
        PolicyFinding: {
            /**
             * @description A block keeps the draft from being handed in
             * @enum {string}
             */
            severity: "block" | "warn";
            code: string;
            /**
             * @description JSON pointer into the form
             * @example #/table/rows/3
             */
            pointer: string;
            detail: {
                zh: string;
                en: string;
            };
        };
        PolicyTrial: {
            draft: components["schemas"]["TrialOutcome"];
            published: components["schemas"]["TrialOutcome"] | null;
            differs: boolean;
        };
        PolicyVersion: {
            /** @example app_00000000000000000000000000 */
            id: string;
            version: number;
            /**
             * @description Where the version stands on the business date
             * @enum {string}
             */
            standing: "draft" | "in_approval" | "approved" | "scheduled" | "in_force" | "superseded" | "retired";
            /** @description Counts changes; the ETag to send as If-Match */
            revision: number;
            effectiveFrom: string | null;
            effectiveTo: string | null;
            author: components["schemas"]["StaffName"];
            /** @description Everybody who wrote in it; none of them may approve it */
            editors: components["schemas"]["StaffName"][];
            approver: components["schemas"]["StaffName"] | null;
            publisher: components["schemas"]["StaffName"] | null;
            retirer: components["schemas"]["StaffName"] | null;
            /**
             * Format: date-time
             * @example 2026-03-01T02:00:00.000Z
             */
            createdAt: string;
            approvedAt: string | null;
            publishedAt: string | null;
            retiredAt: string | null;
        };
        PortfolioRolls: {
            /** @description Null when no month was closed by then */
            monthEnd: string | null;
            clockId: string | null;
            rows: {
                productCode: string;
                currency: string;
                fromBucket: string;
                /** @description Bucket a month later, or `ended` */
                toBucket: string;
                loans: number;
                /** @description Principal at the former month end */
                beforeMinor: components["schemas"]["Amount"];
                /** @description Principal that is left of it */
                afterMinor: components["schemas"]["Amount"];
                /** @description Share of the former balance of the bucket that went this way */
                ratePercent: string;
            }[];
        };
        PortfolioSnapshot: {
            /** @description Null when no date was closed by then */
            closedOn: string | null;
            clockId: string | null;
            rows: {
                productCode: string;
                branch: string;
                currency: string;
                bucket: string;
                /** @enum {string} */
                fiveClass: "pass" | "special_mention" | "substandard" | "doubtful" | "loss";
                /** @description Stage of expected loss (CAS 22) */
                stage: number;
                loans: number;
                principalMinor: components["schemas"]["Amount"];
                /** @description What would be lost if nothing more was paid */
                exposureMinor: components["schemas"]["Amount"];
                overdueMinor: components["schemas"]["Amount"];
                /** @description Expected loss */
                lossMinor: components["schemas"]["Amount"];
            }[];
        };
        /**
         * @description Minor units (fen) as a string
         * @example 1000000
         */
        PositiveAmount: string;
        PreviewOperation: {
            operation: components["schemas"]["MoneyOperation"];
            /**
             * Format: date
             * @description Day it counts from, also a past one; today if left out
             * @example 2026-03-01
             */
            effectiveOn?: string;
        };
        Problem: {
            /** @description Address of a page about this kind of problem */
            type: string;
            title: string;
            status: number;
            /** @description What to do about it */
            detail: string;
            /**
             * @description Stable name; branch on this
             * @example VALIDATION_FAILED
             */
            code: string;
            /** @description Give this to support */
            traceId: string;
            errors?: components["schemas"]["ProblemField"][];
        };
        ProblemField: {
            /** @enum {string} */
            in: "body" | "query" | "path" | "header";
            /**
             * @description JSON pointer to the value, as a URI fragment
             * @example #/amountMinor
             */
            pointer: string;
            /**
             * @description What is wrong, for programs
             * @example too_big
             */
            code: string;
            /** @description What is wrong, for people */
            detail: string;
        };
        Process: {
            /** @example app_00000000000000000000000000 */
            applicationId: string;
            workflowId: string;
            /** @description The latest run; null where Temporal keeps none any more or did not answer */
            run: {
                runId: string;
                /** @enum {string} */
                state: "running" | "paused" | "completed" | "failed" | "cancelled" | "terminated" | "continued" | "timed_out" | "unknown";
                /**
                 * Format: date-time
                 * @example 2026-03-01T02:00:00.000Z
                 */
                startedAt: string;
                closedAt: string | null;
                /** @description Length of the history of this run */
                events: number;
            } | null;
            /** @description Whether Temporal answered; if not, `steps` are those last noted as failing */
            answered: boolean;
            steps: {
                step: string;
                /** @enum {string} */
                state: "waiting" | "working" | "paused";
                /** @description The attempt that is at work or comes next, counted from one */
                attempt: number;
                /** @description Type of the last failure; null where no attempt has failed */
                error: string | null;
                lastFailedAt: string | null;
                /** @description When it is tried again by itself */
                nextAttemptAt: string | null;
            }[];
            parked: {
                step: string;
                reason: string | null;
                /**
                 * Format: date-time
                 * @example 2026-03-01T02:00:00.000Z
                 */
                at: string;
            } | null;
        };
        Product: {
            code: string;
            version: number;
            names: {
                zh: string;
                en: string;
            };
            summary: {
                zh: string;
                en: string;
            };
            /** @enum {string} */
            customerType: "person" | "company";
            category: string;
            currency: string;
            minAmountMinor: components["schemas"]["Amount"];
            maxAmountMinor: components["schemas"]["Amount"];
            termsMonths: number[];
            purposes: string[];
            methods: ("equal-instalment" | "equal-principal" | "interest-only" | "bullet" | "flat" | "balloon" | "interest-only-first" | "revolving" | "custom")[];
            period: {
                /** @enum {string} */
                unit: "day" | "week" | "month" | "year";
                every: number;
            };
            baseRateBps: number;
            /** @description Lowest and highest rate of the price table */
            rateRange: {
                minBps: number;
                maxBps: number;
            } | null;
            /** @description How the approved amount may be drawn in stages; null: all of it at once */
            drawing: {
                maxDraws: number;
                availableMonths: number;
                minDrawMinor: components["schemas"]["Amount"];
            } | null;
            /** @description Codes of fees that are charged beside interest */
            fees: string[];
            /** @description Share of an early repayment that is charged before a month of the loan */
            prepaymentFees: {
                beforeMonths: number;
                feeBps: number;
            }[];
            consents: string[];
            /** @description What the checklist may ask for */
            documents: {
                kind: string;
                names: {
                    zh: string;
                    en: string;
                };
            }[];
        };
        ProductForm: {
            code: string;
            names: {
                zh: string;
                en: string;
            };
            summary: {
                zh: string;
                en: string;
            };
            /** @enum {string} */
            customerType: "person" | "company";
            /** @enum {string} */
            category: "consumer" | "car" | "personal_business" | "corporate";
            currency: string;
            minAmountMinor: string;
            maxAmountMinor: string;
            stepMinor: string;
            termsMonths: number[];
            purposes: string[];
            baseRateBps: number;
            repayment: {
                methods: ("equal-instalment" | "equal-principal" | "interest-only" | "bullet" | "flat" | "balloon" | "interest-only-first" | "revolving" | "custom")[];
                balloonPercent?: number;
                interestOnlyFirst?: {
                    periods: number;
                    /** @enum {string} */
                    then: "equal-instalment" | "equal-principal";
                };
                customTables?: {
                    termMonths: number;
                    sharesPpm: number[];
                }[];
                downPaymentPercent?: number;
                /** @enum {string} */
                dueAt?: "period-end" | "period-start";
                /** @enum {string} */
                dayCount: "30/360" | "actual/360" | "actual/365" | "actual/actual" | "actual/actual-feb29";
                /** @enum {string} */
                interest: "per-period" | "by-day";
                /** @enum {string} */
                convention?: "china" | "unequal-annuity" | "constant-rate";
                /** @enum {string} */
                rounding: "half-up" | "half-even" | "half-down" | "up" | "down" | "floor" | "ceil";
                roundingDecimals?: number;
                period?: {
                    /** @enum {string} */
                    unit: "day" | "week" | "month" | "year";
                    every: number;
                };
                monthsPerPeriod?: number;
                dueDay: {
                    /** @constant */
                    mode: "same-day";
                } | {
                    /** @constant */
                    mode: "fixed-day";
                    dayOfMonth: number;
                    /** @enum {string} */
                    first: "even-if-short" | "after-whole-period" | "next-month" | "standard-quarter";
                };
                /** @enum {string} */
                oddFirst: "actual" | "add-on" | "one-period";
                /** @enum {string} */
                holidayRule: "none" | "next" | "grace";
                /** @enum {string} */
                monthEnd?: "clamp" | "roll";
                instalmentMultipleMinor?: string;
                principalGracePeriods?: number;
                interestGracePeriods?: number;
                interestFreePeriods?: number;
                interestFreeDays?: number;
            };
            grace: {
                days: number;
                /** @enum {string} */
                afterGrace: "from-due-date" | "from-end-of-grace";
            };
            allocation: {
                fromDaysOverdue: number;
                order: ("fee" | "penalty" | "compound" | "interest" | "principal")[];
                /** @enum {string} */
                scan: "instalment-first" | "item-first";
            }[];
            /** @enum {string} */
            recalculation: "none" | "daily";
            /** @enum {string} */
            excess: "suspense" | "shorter-term" | "lower-instalment";
            /** @enum {string} */
            suspenseAtDue: "apply" | "hold";
            fees: {
                code: string;
                names: {
                    zh: string;
                    en: string;
                };
                /** @enum {string} */
                when: "upfront" | "each-row" | "after-months";
                /** @enum {string} */
                taken?: "paid" | "withheld";
                afterMonths?: number;
                amount: {
                    /** @constant */
                    kind: "fixed";
                    amountMinor: string;
                } | {
                    /** @constant */
                    kind: "rate";
                    /** @enum {string} */
                    base: "principal" | "balance";
                    ratePpm: number;
                };
            }[];
            prepayment: {
                allowed: boolean;
                ways: ("payoff" | "shorter_term" | "lower_instalment")[];
                minAmountMinor: string;
                fees: {
                    beforeMonths: number;
                    feeBps: number;
                }[];
                /** @enum {string} */
                runningInterest: "collected" | "next-due";
            };
            drawing?: {
                /** @constant */
                kind: "at-once";
            } | {
                /** @constant */
                kind: "staged";
                maxDraws: number;
                availableMonths: number;
                minDrawMinor: string;
                /** @enum {string} */
                term: "remaining" | "full";
            };
            repricing: {
                /** @constant */
                kind: "fixed";
            } | {
                /** @constant */
                kind: "anniversary";
                /** @enum {string} */
                tenor: "1Y" | "5Y";
            } | {
                /** @constant */
                kind: "january-first";
                /** @enum {string} */
                tenor: "1Y" | "5Y";
            } | {
                /** @constant */
                kind: "every-months";
                months: number;
                /** @enum {string} */
                tenor: "1Y" | "5Y";
            };
            vat: {
                interestBps: number;
                feeBps: number;
            };
            policies: {
                entryRules: string;
                creditRules: string;
                checklist: string;
                scorecard: string;
                priceTable: string;
                authority: string;
                limits: string;
                collectionStrategy: string;
                provisioning: string;
                calendar: string;
                rateCap: string;
                penalty: string;
                contractTemplate: string;
                reasonCodes: string;
            };
            consents: string[];
            sources: string[];
            waits: {
                supplementDays: number;
                supplementRoundsMax: number;
                consentDays: number;
                offerDays: number;
                accountCorrectionDays: number;
                declineReviewDays: number;
                remindBeforeDays: number;
                coolingOffHours: number;
            };
            servicing: {
                remindBeforeDueDays: number;
                debitRetryDays: number[];
                bounceWindowDays: number;
                writeOffFromDays: number;
            };
            cost: {
                /** @enum {string} */
                basis: "simple" | "compound";
            };
            minOfferPercent: number;
        };
        ProposeUserAccess: {
            roles?: ("officer" | "senior_officer" | "committee" | "risk_manager" | "collector" | "operator" | "auditor" | "administrator")[];
            branch?: string | null;
            authorityLimitMinor?: components["schemas"]["PositiveAmount"] | null;
            /** @constant */
            active?: true;
            /** @description Why; the second administrator reads it */
            reason: string;
        };
        PublishPolicy: {
            /**
             * Format: date
             * @description First business date on which it governs, today or later
             * @example 2026-03-01
             */
            effectiveFrom: string;
        };
        QuoteDraft: {
            amountMinor: components["schemas"]["PositiveAmount"];
            termMonths: number;
            /** @description The base rate of the product unless said */
            rateBps?: number;
            /**
             * @description The first of the product unless said
             * @enum {string}
             */
            method?: "equal-instalment" | "equal-principal" | "interest-only" | "bullet" | "flat" | "balloon" | "interest-only-first" | "revolving" | "custom";
            /**
             * Format: date
             * @description Today unless said
             * @example 2026-03-01
             */
            disbursedOn?: string;
            product: components["schemas"]["ProductForm"];
        };
        QuoteProduct: {
            amountMinor: components["schemas"]["PositiveAmount"];
            termMonths: number;
            /** @description The base rate of the product unless said */
            rateBps?: number;
            /**
             * @description The first of the product unless said
             * @enum {string}
             */
            method?: "equal-instalment" | "equal-principal" | "interest-only" | "bullet" | "flat" | "balloon" | "interest-only-first" | "revolving" | "custom";
            /**
             * Format: date
             * @description Today unless said
             * @example 2026-03-01
             */
            disbursedOn?: string;
            /**
             * @description Test clock whose today counts
             * @example clk_00000000000000000000000000
             */
            clockId?: string;
        };
        QuoteRequest: {
            /**
             * @default china
             * @enum {string}
             */
            convention: "china" | "unequal-annuity" | "constant-rate";
            /**
             * @default CNY
             * @enum {string}
             */
            currency: "CNY" | "HKD" | "USD" | "EUR" | "JPY";
            principalMinor: string;
            disbursedOn: string;
            annualRatePercent: string;
            /**
             * @default {
             *       "kind": "equal-instalment"
             *     }
             */
            method: {
                /** @constant */
                kind: "equal-instalment";
            } | {
                /** @constant */
                kind: "equal-principal";
            } | {
                /** @constant */
                kind: "interest-only";
            } | {
                /** @constant */
                kind: "bullet";
            } | {
                /** @constant */
                kind: "flat";
            } | {
                /** @constant */
                kind: "balloon";
                balloonMinor: string;
            } | {
                /** @constant */
                kind: "interest-only-first";
                periods: number;
                /** @enum {string} */
                then: "equal-instalment" | "equal-principal";
            } | {
                /** @constant */
                kind: "custom";
                rows: {
                    dueOn: string;
                    principalMinor: string;
                    interestMinor?: string;
                    feeMinor?: string;
                }[];
            } | {
                /** @constant */
                kind: "revolving";
                repayments: {
                    on: string;
                    amountMinor: string;
                }[];
            };
            periods: number;
            /**
             * @default {
             *       "unit": "month",
             *       "every": 1
             *     }
             */
            period: {
                /** @enum {string} */
                unit: "day" | "week" | "month" | "year";
                every: number;
            };
            /** @enum {string} */
            dueAt?: "period-end" | "period-start";
            /**
             * @default actual/360
             * @enum {string}
             */
            dayCount: "30/360" | "actual/360" | "actual/365" | "actual/actual" | "actual/actual-feb29";
            /** @enum {string} */
            interest?: "per-period" | "by-day";
            rounding?: {
                /** @enum {string} */
                mode: "half-up" | "half-even" | "half-down" | "up" | "down" | "floor" | "ceil";
                decimals: number;
            };
            dueDay?: {
                /** @constant */
                mode: "same-day";
            } | {
                /** @constant */
                mode: "fixed-day";
                dayOfMonth: number;
                /**
                 * @default next-month
                 * @enum {string}
                 */
                first: "even-if-short" | "after-whole-period" | "next-month" | "standard-quarter";
            };
            firstDueOn?: string;
            /** @enum {string} */
            oddFirst?: "actual" | "add-on" | "one-period";
            disbursementDayBearsInterest?: boolean;
            /** @enum {string} */
            trancheInterest?: "from-its-day" | "whole-period";
            /** @enum {string} */
            trancheTerm?: "remaining" | "full";
            /** @enum {string} */
            monthEnd?: "clamp" | "roll";
            holiday?: {
                /** @enum {string} */
                rule: "none" | "next" | "grace";
                calendar: {
                    publishedFrom: string;
                    publishedThrough: string;
                    holidays: string[];
                    makeUpWorkdays: string[];
                };
                /**
                 * @default refuse
                 * @enum {string}
                 */
                beyondPublished: "refuse" | "flag";
            };
            instalmentMultipleMinor?: string;
            downPaymentPercent?: string;
            /** @default false */
            downPaymentTaken: boolean;
            /** @default [] */
            fees: {
                code: string;
                name?: string;
                collector?: string;
                when: {
                    /** @constant */
                    kind: "upfront";
                } | {
                    /** @constant */
                    kind: "each-row";
                } | {
                    /** @constant */
                    kind: "at";
                    on: string;
                };
                amount: {
                    /** @constant */
                    kind: "fixed";
                    amountMinor: string;
                } | {
                    /** @constant */
                    kind: "rate";
                    /** @enum {string} */
                    base: "principal" | "balance";
                    ratePercent: string;
                };
                /**
                 * @default paid
                 * @enum {string}
                 */
                taken: "withheld" | "paid";
            }[];
            grace?: {
                principalPeriods?: number;
                interestPeriods?: number;
                interestFreePeriods?: number;
                interestFreeDays?: number;
            };
            /** @default [] */
            events: ({
                /** @constant */
                kind: "payout";
                on: string;
                amountMinor: string;
            } | {
                /** @constant */
                kind: "payment";
                on: string;
                amountMinor: string;
            } | {
                /** @constant */
                kind: "rate";
                on: string;
                annualRatePercent: string;
            } | {
                /** @constant */
                kind: "charge";
                on: string;
                amountMinor: string;
                /**
                 * @default fee
                 * @enum {string}
                 */
                as: "fee" | "penalty";
            })[];
            /** @default null */
            asOf: string | null;
            /**
             * @default {
             *       "kind": "none"
             *     }
             */
            recalculation: {
                /** @constant */
                kind: "none";
            } | {
                /** @constant */
                kind: "by-payment-day";
                /**
                 * @default until-known
                 * @enum {string}
                 */
                pastDueInterest: "until-known" | "until-period-end" | "none";
            };
            /**
             * @default {
             *       "due": [
             *         "fee",
             *         "penalty",
             *         "interest",
             *         "principal"
             *       ],
             *       "inAdvance": [
             *         "fee",
             *         "penalty",
             *         "interest",
             *         "principal"
             *       ],
             *       "future": "next-row"
             *     }
             */
            allocation: {
                /**
                 * @default [
                 *       "fee",
                 *       "penalty",
                 *       "interest",
                 *       "principal"
                 *     ]
                 */
                due: ("penalty" | "fee" | "interest" | "principal")[];
                /**
                 * @default [
                 *       "fee",
                 *       "penalty",
                 *       "interest",
                 *       "principal"
                 *     ]
                 */
                inAdvance: ("penalty" | "fee" | "interest" | "principal")[];
                /**
                 * @default next-row
                 * @enum {string}
                 */
                future: "next-row" | "last-row" | "every-row";
            };
            cap?: {
                annualPercent: string;
                /** @enum {string} */
                basis: "simple" | "compound";
            };
        };
        QuoteResult: {
            /** @constant */
            ok: true;
            currency: string;
            instalmentMinor: string | null;
            rows: {
                no: number;
                from: string;
                dueOn: string;
                days: number;
                principalMinor: string;
                interestMinor: string;
                feeMinor: string;
                penaltyMinor: string;
                totalMinor: string;
                balanceMinor: string;
                paidMinor: string;
                paidInAdvanceMinor: string;
                paidLateMinor: string;
                outstandingMinor: string;
                paidOn: string | null;
            }[];
            disbursements: {
                on: string;
                amountMinor: string;
                withheldMinor: string;
                paidMinor: string;
            }[];
            totals: {
                principalMinor: string;
                interestMinor: string;
                feeMinor: string;
                penaltyMinor: string;
                totalMinor: string;
                paidMinor: string;
                paidInAdvanceMinor: string;
                paidLateMinor: string;
                outstandingMinor: string;
            };
            overpaidMinor: string;
            unpublishedDueDates: string[];
            cost: {
                periodIrrPercent: string | null;
                simpleAnnualPercent: string;
                compoundAnnualPercent: string;
                xirrPercent: string | null;
                totalCostMinor: string;
                items: {
                    code: string;
                    name: string | null;
                    collector: string | null;
                    /** @enum {string} */
                    way: "withheld" | "paid-upfront" | "with-each-row" | "on-its-date" | "interest";
                    amountMinor: string;
                }[];
                cap: {
                    /** @enum {string} */
                    basis: "simple" | "compound";
                    annualPercent: string;
                    passes: boolean;
                } | null;
            } | null;
        };
        ReadResolution: {
            /** @enum {string} */
            decision: "confirm" | "reopen";
            comment: string;
        };
        Reason: {
            code: string;
            names: {
                zh: string;
                en: string;
            };
            category: string;
        };
        ReconciliationDifference: {
            /** @example app_00000000000000000000000000 */
            id: string;
            /** @example app_00000000000000000000000000 */
            reconciliationId: string;
            /** @enum {string} */
            kind: "unknown-to-us" | "missing-at-bank" | "amount-differs" | "shown-twice" | "statement-unsound" | "opening-differs";
            moveRef: string | null;
            bankRef: string | null;
            lineNo: number | null;
            bankMinor: components["schemas"]["Amount"] | null;
            ownMinor: components["schemas"]["Amount"] | null;
            currency: string;
            /** @description The one unmatched move of the same amount, if any */
            proposal: string | null;
            /** @enum {string} */
            status: "open" | "resolved" | "confirmed";
            resolution: string | null;
            resolvedBy: string | null;
            resolvedAt: string | null;
            confirmedBy: string | null;
            confirmedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-03-01T02:00:00.000Z
             */
            createdAt: string;
            clockId: string | null;
            /**
             * Format: date
             * @example 2026-03-01
             */
            statementOn: string;
            line: components["schemas"]["StatementLine"] | null;
            move: components["schemas"]["OwnMove"] | null;
            /** @description The move that `proposal` names */
            proposed: components["schemas"]["OwnMove"] | null;
            resolvedByName: string | null;
            confirmedByName: string | null;
            comments: {
                byName: string | null;
                text: string;
                /**
                 * Format: date-time
                 * @example 2026-03-01T02:00:00.000Z
                 */
                at: string;
            }[];
        };
        ReconciliationRun: {
            /** @example app_00000000000000000000000000 */
            id: string;
            /**
             * Format: date
             * @example 2026-03-01
             */
            statementOn: string;
            currency: string;
            openingMinor: components["schemas"]["Amount"];
            closingMinor: components["schemas"]["Amount"];
            lineCount: number;
            matchedCount: number;
            differenceCount: number;
            /** @description Differences that nobody has settled and another read */
            unsettledCount: number;
            clockId: string | null;
            /**
             * Format: date-time
             * @example 2026-03-01T02:00:00.000Z
             */
            runAt: string;
        };
        ReconciliationTask: {
            /** @example app_00000000000000000000000000 */
            id: string;
            /** @example app_00000000000000000000000000 */
            reconciliationId: string;
            /** @enum {string} */
            kind: "unknown-to-us" | "missing-at-bank" | "amount-differs" | "shown-twice" | "statement-unsound" | "opening-differs";
            moveRef: string | null;
            bankRef: string | null;
            lineNo: number | null;
            bankMinor: components["schemas"]["Amount"] | null;
            ownMinor: components["schemas"]["Amount"] | null;
            currency: string;
            /** @description The one unmatched move of the same amount, if any */
            proposal: string | null;
            /** @enum {string} */
            status: "open" | "resolved" | "confirmed";
            resolution: string | null;
            resolvedBy: string | null;
            resolvedAt: string | null;
            confirmedBy: string | null;
            confirmedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-03-01T02:00:00.000Z
             */
            createdAt: string;
            clockId: string | null;
        };
        RecordPayment: {
            amountMinor: components["schemas"]["PositiveAmount"];
            /** @description The payer's reference; unique, a repeat finds the first payment */
            payerRef: string;
            /**
             * Format: date
             * @description Day the money counts from; today if left out
             * @example 2026-03-01
             */
            valueOn?: string;
        };
        RecordPrepayment: {
            amountMinor: components["schemas"]["PositiveAmount"];
            /** @description The payer's reference; unique, a repeat finds the first payment */
            payerRef: string;
            /**
             * Format: date
             * @description Day the money counts from; today if left out
             * @example 2026-03-01
             */
            valueOn?: string;
            /** @enum {string} */
            way: "payoff" | "shorter_term" | "lower_instalment";
        };
        RefuseContract: {
            /** @default NOT_WANTED */
            reasonCode: string;
        };
        Register: {
            /** @example 13800000001 */
            phone: string;
            code: string;
            /**
             * @default zh-CN
             * @enum {string}
             */
            locale: "zh-CN" | "en";
            terms: components["schemas"]["ConsentGrant"];
        };
        ResolveDifference: {
            /** @enum {string} */
            resolution: "BOOKED_LATER" | "BANK_ERROR" | "OWN_ERROR" | "RETURNED" | "OTHER";
            comment: string;
        };
        Restructuring: {
            terms: {
                [key: string]: string;
            };
            reasonCodes: string[];
            comment: string;
        };
        ResumeLoan: {
            /** @description What was corrected */
            comment: string;
        };
        RetirePolicy: {
            /**
             * Format: date
             * @description First business date on which it no longer governs
             * @example 2026-03-01
             */
            effectiveTo: string;
            /** @description Why */
            comment: string;
        };
        RetriedGroup: {
            data: components["schemas"]["RetriedLoan"][];
            /**
             * Format: date-time
             * @example 2026-03-01T02:00:00.000Z
             */
            asOf: string;
            /** @description How many one call was too small for; call again */
            left: number;
        };
        RetriedLoan: {
            /** @example app_00000000000000000000000000 */
            applicationId: string;
            /** @enum {string} */
            outcome: "retried" | "not_failing";
        };
        RetryGroup: {
            error: string;
            step: string;
            /**
             * @description Id `clk_…`
             * @example clk_00000000000000000000000000
             */
            clockId?: string;
            /**
             * Format: date-time
             * @description Leave out what failed after this: `asOf` of the first call, where one goes on with what it left
             * @example 2026-03-01T02:00:00.000Z
             */
            failedBefore?: string;
            /** @description Why it should succeed now */
            comment: string;
        };
        RetryLoan: {
            /** @description Why it should succeed now */
            comment: string;
        };
        RevealRequest: {
            fields: ("name" | "idNo" | "phone" | "mail" | "address" | "card")[];
            /** @description Why; kept sealed with the audit record */
            reason: string;
            /** @description For `card`: whose payout account */
            applicationId?: string;
        };
        Revealed: {
            /** @example app_00000000000000000000000000 */
            customerId: string;
            fields: {
                [key: string]: string | null;
            };
        };
        /** @enum {string} */
        Role: "applicant" | "partner" | "officer" | "senior_officer" | "committee" | "risk_manager" | "collector" | "operator" | "auditor" | "administrator";
        RoleDetail: {
            /** @enum {string} */
            role: "applicant" | "partner" | "officer" | "senior_officer" | "committee" | "risk_manager" | "collector" | "operator" | "auditor" | "administrator";
            users: number;
            permissions: {
                /** @enum {string} */
                action: "create" | "read" | "supply" | "withdraw" | "claim" | "decide" | "sign" | "pay" | "draw" | "change" | "reveal" | "resume" | "publish" | "manage";
                /** @enum {string} */
                subject: "Application" | "Task" | "Command" | "Contract" | "Loan" | "Customer" | "Product" | "Quote" | "Ledger" | "TestClock" | "Operation" | "Webhook" | "Event" | "Audit" | "Staff" | "ApiKey" | "Policy" | "Dashboard" | "Scene";
                /** @enum {string} */
                reach: "own" | "branch" | "all";
                /** @description Largest amount that may be decided, in minor units of CNY; null is without a limit */
                maxAmountMinor: components["schemas"]["Amount"] | null;
                fields: string[] | null;
            }[];
        };
        RotateSecret: {
            /**
             * @description How long the former secret signs too
             * @default 24
             */
            graceHours: number;
        };
        RuleClause: {
            fact: string;
            test: components["schemas"]["RuleTest"];
        };
        RuleClauseInput: {
            fact: string;
            test: components["schemas"]["RuleTest"];
        };
        RuleRow: {
            id: string;
            note: string;
            when: components["schemas"]["RuleClause"][];
            give: {
                [key: string]: string | number;
            };
        };
        RuleRowInput: {
            id: string;
            note: string;
            when: components["schemas"]["RuleClauseInput"][];
            give: {
                [key: string]: string | number;
            };
        };
        RuleTable: {
            /** @enum {string} */
            hit: "first" | "collect";
            columns: string[];
            outputs: string[];
            rows: components["schemas"]["RuleRow"][];
        };
        RuleTableInput: {
            /** @enum {string} */
            hit: "first" | "collect";
            columns: string[];
            outputs: string[];
            rows: components["schemas"]["RuleRowInput"][];
        };
        RuleTest: {
            /** @constant */
            op: "is";
            value: string | number | boolean;
        } | {
            /** @constant */
            op: "is_not";
            value: string | number | boolean;
        } | {
            /** @constant */
            op: "below";
            value: number;
        } | {
            /** @constant */
            op: "at_most";
            value: number;
        } | {
            /** @constant */
            op: "above";
            value: number;
        } | {
            /** @constant */
            op: "at_least";
            value: number;
        } | {
            /** @constant */
            op: "between";
            from: number;
            to: number;
        } | {
            /** @constant */
            op: "one_of";
            values: (string | number | boolean)[];
        } | {
            /** @constant */
            op: "none_of";
            values: (string | number | boolean)[];
        } | {
            /** @constant */
            op: "missing";
        } | {
            /** @constant */
            op: "given";
        } | {
            /** @constant */
            op: "below_fact";
            fact: string;
        } | {
            /** @constant */
            op: "at_most_fact";
            fact: string;
        } | {
            /** @constant */
            op: "above_fact";
            fact: string;
        } | {
            /** @constant */
            op: "at_least_fact";
            fact: string;
        };
        SavedView: {
            /** @example app_00000000000000000000000000 */
            id: string;
            list: components["schemas"]["ViewedList"];
            name: string;
            query: components["schemas"]["ViewQuery"];
            /** @description Shared with this role; null: for its owner alone */
            role: components["schemas"]["ViewRole"] | null;
            /** @description Opens when the list is asked for without a query: for its owner, or for everybody of the role it is shared with */
            isDefault: boolean;
            own: boolean;
            /** @description Whoever asks may change and delete it */
            changeable: boolean;
            version: number;
            /**
             * Format: date-time
             * @example 2026-03-01T02:00:00.000Z
             */
            changedAt: string;
        };
        SavedViews: {
            data: components["schemas"]["SavedView"][];
            /** @description The person's own default, else that of the first of their roles that has one */
            opensWith: string | null;
        };
        ScanRegion: {
            x: number;
            y: number;
            width: number;
            height: number;
        };
        ScannedValue: {
            /** @description How this document is named when its contradiction is settled */
            source: string;
            /** @example app_00000000000000000000000000 */
            documentId: string;
            /** @description Kind of the document */
            document: string;
            contentType: string;
            /** @description Masked where it names somebody: the page itself shows it */
            value: string | number | boolean | null;
            differs: boolean;
            confidencePercent: number;
            /** @description Read with so much doubt that it proves nothing: a person looks */
            unclear: boolean;
            region: components["schemas"]["ScanRegion"] | null;
            /**
             * Format: date-time
             * @example 2026-03-01T02:00:00.000Z
             */
            readAt: string;
            settled: components["schemas"]["SettledFact"] | null;
        };
        Scene: {
            /** @example app_00000000000000000000000000 */
            id: string;
            code: string;
            /** @example app_00000000000000000000000000 */
            partnerId: string;
            partnerName: string;
            name: string;
            productCode: string;
            amountMinor: components["schemas"]["Amount"] | null;
            termMonths: number | null;
            active: boolean;
            /** @description Applications that came through it */
            applications: number;
            /**
             * Format: date-time
             * @example 2026-03-01T02:00:00.000Z
             */
            createdAt: string;
        };
        Schedule: {
            /** @example app_00000000000000000000000000 */
            loanId: string;
            /**
             * Format: date
             * @example 2026-03-01
             */
            asOf: string;
            /**
             * Format: date
             * @example 2026-03-01
             */
            knownAt: string;
            rows: components["schemas"]["ScheduleRow"][];
        };
        ScheduleRow: {
            no: number;
            /** @enum {string} */
            cause: "instalment" | "prepayment" | "charge" | "acceleration";
            /** @enum {string} */
            standing: "cleared" | "due" | "overdue" | "running" | "planned";
            /**
             * Format: date
             * @example 2026-03-01
             */
            from: string;
            /**
             * Format: date
             * @example 2026-03-01
             */
            dueOn: string;
            charged: components["schemas"]["Buckets"];
            paid: components["schemas"]["Buckets"];
            relieved: components["schemas"]["Buckets"];
            open: components["schemas"]["Buckets"];
            openMinor: components["schemas"]["Amount"];
        };
        /** @example create:Application */
        Scope: string;
        SearchCustomers: {
            /** @description Resident identity number or unified social credit code */
            idNo?: string;
            phone?: string;
            name?: string;
        };
        SearchText: {
            text: string;
        };
        SendBackPolicy: {
            /** @description What is to be changed */
            comment: string;
        };
        Session: {
            /** @enum {string} */
            kind: "staff" | "applicant" | "partner";
            id: string;
            displayName: string;
            roles: components["schemas"]["Role"][];
            permissions: {
                /** @enum {string} */
                action: "create" | "read" | "supply" | "withdraw" | "claim" | "decide" | "sign" | "pay" | "draw" | "change" | "reveal" | "resume" | "publish" | "manage";
                /** @enum {string} */
                subject: "Application" | "Task" | "Command" | "Contract" | "Loan" | "Customer" | "Product" | "Quote" | "Ledger" | "TestClock" | "Operation" | "Webhook" | "Event" | "Audit" | "Staff" | "ApiKey" | "Policy" | "Dashboard" | "Scene";
                /** @enum {string} */
                reach: "own" | "branch" | "all";
            }[];
            authorityLimitMinor: components["schemas"]["Amount"] | null;
        };
        SettleFact: {
            field: string;
            source: string;
            /** @enum {string} */
            believed: "declared" | "source";
            comment: string;
        };
        SettledFact: {
            /** @enum {string} */
            believed: "declared" | "source";
            comment: string;
            /** @example app_00000000000000000000000000 */
            actorId: string;
            actorName: string | null;
            /**
             * Format: date-time
             * @example 2026-03-01T02:00:00.000Z
             */
            settledAt: string;
        };
        SignContract: {
            code: string;
            /** @description Hash of the document that was read, as the contract states it */
            documentSha256: string;
        };
        SourceHealth: {
            /** @description Code of the source, `bank` or `messages` */
            party: string;
            calls: number;
            failures: number;
            timeouts: number;
            /** @description Kept back by an open breaker */
            withheld: number;
            errorRateBps: number | null;
            meanLatencyMs: number | null;
            maxLatencyMs: number;
            /** @description Upper bound of the class (100, 300, 1000, 3000 ms) that holds the 95th percentile; the longest call beyond it */
            p95WithinMs: number | null;
            /**
             * @description The worst of all workers
             * @enum {string}
             */
            breaker: "closed" | "half_open" | "open" | "unknown";
            openWorkers: number;
            workers: number;
            openedAt: string | null;
            lastFailure: string | null;
            /** @description To the minute */
            lastCallAt: string | null;
            series: {
                /**
                 * Format: date-time
                 * @example 2026-03-01T02:00:00.000Z
                 */
                at: string;
                calls: number;
                failures: number;
                meanLatencyMs: number | null;
            }[];
        };
        StaffName: {
            id: string;
            name: string | null;
        };
        Statement: {
            /** @example app_00000000000000000000000000 */
            loanId: string;
            customerName: string;
            currency: string;
            /**
             * Format: date
             * @example 2026-03-01
             */
            from: string;
            /**
             * Format: date
             * @example 2026-03-01
             */
            to: string;
            openingPrincipalMinor: components["schemas"]["Amount"];
            closingPrincipalMinor: components["schemas"]["Amount"];
            closingDueMinor: components["schemas"]["Amount"];
            entries: components["schemas"]["Transaction"][];
        };
        StatementLine: {
            lineNo: number;
            /** @enum {string} */
            side: "credit" | "debit";
            kind: string;
            bankRef: string;
            orderNo: string | null;
            amountMinor: components["schemas"]["Amount"];
            matchedRef: string | null;
            rule: ("order-number" | "bank-reference") | null;
        };
        /** @enum {string} */
        StudioKind: "product" | "checklist" | "entry_rules" | "scorecard" | "price_table" | "authority" | "limits" | "calendar" | "rate_cap" | "penalty" | "reference_rate" | "exchange_rates";
        Task: {
            /** @example app_00000000000000000000000000 */
            id: string;
            kind: string;
            /** @example app_00000000000000000000000000 */
            applicationId: string;
            loanId: string | null;
            /** @example app_00000000000000000000000000 */
            customerId: string;
            /** @description Masked */
            customerName: string;
            level: string | null;
            requiredRole: string;
            deputyRole: string | null;
            assigneeId: string | null;
            assigneeName: string | null;
            claimedAt: string | null;
            /** @description 1 is the most urgent, 5 the least */
            priority: number;
            amountMinor: components["schemas"]["Amount"] | null;
            currency: string;
            details: {
                [key: string]: unknown;
            };
            /**
             * @description `paused`: returned for documents; its time stands still until the applicant brought them
             * @enum {string}
             */
            status: "open" | "paused" | "done" | "cancelled";
            outcome: string | null;
            /**
             * Format: date-time
             * @example 2026-03-01T02:00:00.000Z
             */
            openedAt: string;
            /**
             * Format: date-time
             * @example 2026-03-01T02:00:00.000Z
             */
            dueAt: string;
            escalatedAt: string | null;
            /** @description Since when the applicant is, or was, waited for; `dueAt` less this is what was left */
            pausedAt: string | null;
            closedAt: string | null;
            closedBy: string | null;
            clockId: string | null;
            /**
             * Format: date-time
             * @description What time it is for this task, to tell what is left until `dueAt`
             * @example 2026-03-01T02:00:00.000Z
             */
            asOf: string;
            version: number;
        };
        TaskDetail: {
            /** @example app_00000000000000000000000000 */
            id: string;
            kind: string;
            /** @example app_00000000000000000000000000 */
            applicationId: string;
            loanId: string | null;
            /** @example app_00000000000000000000000000 */
            customerId: string;
            /** @description Masked */
            customerName: string;
            level: string | null;
            requiredRole: string;
            deputyRole: string | null;
            assigneeId: string | null;
            assigneeName: string | null;
            claimedAt: string | null;
            /** @description 1 is the most urgent, 5 the least */
            priority: number;
            amountMinor: components["schemas"]["Amount"] | null;
            currency: string;
            details: {
                [key: string]: unknown;
            };
            /**
             * @description `paused`: returned for documents; its time stands still until the applicant brought them
             * @enum {string}
             */
            status: "open" | "paused" | "done" | "cancelled";
            outcome: string | null;
            /**
             * Format: date-time
             * @example 2026-03-01T02:00:00.000Z
             */
            openedAt: string;
            /**
             * Format: date-time
             * @example 2026-03-01T02:00:00.000Z
             */
            dueAt: string;
            escalatedAt: string | null;
            /** @description Since when the applicant is, or was, waited for; `dueAt` less this is what was left */
            pausedAt: string | null;
            closedAt: string | null;
            closedBy: string | null;
            clockId: string | null;
            /**
             * Format: date-time
             * @description What time it is for this task, to tell what is left until `dueAt`
             * @example 2026-03-01T02:00:00.000Z
             */
            asOf: string;
            version: number;
            votes: components["schemas"]["Vote"][];
        };
        TestClock: {
            /** @example app_00000000000000000000000000 */
            id: string;
            name: string;
            /**
             * Format: date-time
             * @example 2026-03-01T02:00:00.000Z
             */
            now: string;
            target: string | null;
            /** @enum {string} */
            until: "target" | "next_event";
            /** @description When the first of its loans wants to wake */
            nextWaitAt: string | null;
            /** @enum {string} */
            status: "ready" | "advancing";
            /**
             * Format: date-time
             * @example 2026-03-01T02:00:00.000Z
             */
            createdAt: string;
        };
        TimelineEntry: {
            /** @example app_00000000000000000000000000 */
            id: string;
            /**
             * Format: date-time
             * @example 2026-03-01T02:00:00.000Z
             */
            at: string;
            /** @enum {string} */
            kind: "audit" | "message" | "money";
            /** @example application.created */
            what: string;
            /** @description Who did it; `lender` where the reader may not know whom */
            actorId: string | null;
            data: {
                [key: string]: unknown;
            };
        };
        Transaction: {
            /** @example app_00000000000000000000000000 */
            id: string;
            seq: number;
            type: string;
            /**
             * Format: date
             * @example 2026-03-01
             */
            effectiveOn: string;
            /**
             * Format: date
             * @example 2026-03-01
             */
            bookedOn: string;
            data: {
                [key: string]: unknown;
            };
            /** @description Undone by a later event */
            reversed: boolean;
            /** @description What its money cleared */
            allocated: components["schemas"]["Buckets"];
        };
        TrialBalance: {
            /**
             * Format: date
             * @example 2026-03-01
             */
            asOf: string;
            /** @enum {string} */
            by: "booked" | "effective";
            clockId: string | null;
            currency: string;
            balanced: boolean;
            debitMinor: components["schemas"]["Amount"];
            creditMinor: components["schemas"]["Amount"];
            accounts: {
                code: string;
                names: {
                    zh: string;
                    en: string;
                };
                kind: string;
                debitMinor: components["schemas"]["Amount"];
                creditMinor: components["schemas"]["Amount"];
                /** @description Debit positive */
                balanceMinor: components["schemas"]["Amount"];
            }[];
        };
        TrialOutcome: {
            /** @enum {string} */
            result: "approve" | "refer" | "decline";
            route: string;
            levels: string[];
            grade: string;
            score: number;
            amountMinor: components["schemas"]["Amount"] | null;
            rateBps: number | null;
            termMonths: number | null;
            simpleAnnualPercent: string | null;
            reasons: string[];
            documents: string[];
            rows: {
                policy: string;
                row: string;
                note: string;
            }[];
        };
        TryPolicy: {
            productCode: string;
            example?: components["schemas"]["ExampleApplicant"];
            /**
             * @description A decided application, with what was known then
             * @example app_00000000000000000000000000
             */
            applicationId?: string;
        };
        UploadDocument: {
            kind: string;
            /** @enum {string} */
            contentType: "image/jpeg" | "image/png" | "application/pdf";
            /** Format: base64 */
            contentBase64: string;
        };
        UseCard: {
            /**
             * @description Id `card_…`
             * @example card_00000000000000000000000000
             */
            cardId: string;
        };
        User: {
            /** @example app_00000000000000000000000000 */
            id: string;
            issuer: string;
            /** @description Name of this person at the identity provider */
            subject: string;
            displayName: string;
            roles: string[];
            /** @description Reach of permissions by branch; null is every branch */
            branch: string | null;
            /** @description Largest amount this person may decide, in minor units of CNY: what is lent in another currency is converted by the exchange rates of the day. Null leaves it to the role */
            authorityLimitMinor: components["schemas"]["Amount"] | null;
            active: boolean;
            /**
             * Format: date-time
             * @example 2026-03-01T02:00:00.000Z
             */
            createdAt: string;
        };
        UserAccess: {
            roles: string[];
            branch: string | null;
            authorityLimitMinor: components["schemas"]["Amount"] | null;
            active: boolean;
        };
        VerifiedChains: {
            chains: number;
            entries: number;
            anchored: number;
            broken: components["schemas"]["AuditVerification"][];
            nextCursor: string | null;
        };
        ViewQuery: {
            /**
             * @description As the query of the list itself takes them; none that leads to one person
             * @default {}
             * @example {
             *       "where": [
             *         "days.min.30"
             *       ],
             *       "sort": "-days"
             *     }
             */
            filters: {
                [key: string]: string | number | string[];
            };
            /** @default [] */
            hide: string[];
            /**
             * @default normal
             * @enum {string}
             */
            density: "normal" | "compact";
        };
        ViewQueryInput: {
            /**
             * @description As the query of the list itself takes them; none that leads to one person
             * @default {}
             * @example {
             *       "where": [
             *         "days.min.30"
             *       ],
             *       "sort": "-days"
             *     }
             */
            filters: {
                [key: string]: string | number | string[];
            };
            /** @default [] */
            hide: string[];
            /**
             * @default normal
             * @enum {string}
             */
            density: "normal" | "compact";
        };
        /**
         * @description A role of the staff
         * @enum {string}
         */
        ViewRole: "officer" | "senior_officer" | "committee" | "risk_manager" | "collector" | "operator" | "auditor" | "administrator";
        /** @enum {string} */
        ViewedList: "applications" | "loans" | "customers" | "tasks";
        Vote: {
            /** @example app_00000000000000000000000000 */
            actorId: string;
            /** @description Name of the member of staff */
            actorName: string | null;
            decision: string;
            reasonCodes: string[];
            conditions: {
                [key: string]: unknown;
            } | null;
            channel: string;
            /**
             * Format: date-time
             * @example 2026-03-01T02:00:00.000Z
             */
            votedAt: string;
            comment: string | null;
        };
        Webhook: {
            /** @example app_00000000000000000000000000 */
            id: string;
            ownerId: string;
            url: string;
            description: string;
            eventTypes: string[];
            enabled: boolean;
            /** @description `GONE`: the receiver answered 410; `FAILING`: no success for days; null if a person switched it off */
            disabledReason: string | null;
            disabledAt: string | null;
            contact: components["schemas"]["WebhookContact"] | null;
            failingSince: string | null;
            formerSecretExpiresAt: string | null;
            version: number;
            /**
             * Format: date-time
             * @example 2026-03-01T02:00:00.000Z
             */
            createdAt: string;
        };
        WebhookContact: {
            mail: string;
            /**
             * @default zh-CN
             * @enum {string}
             */
            language: "zh-CN" | "en";
        };
        WebhookContactInput: {
            mail: string;
            /**
             * @default zh-CN
             * @enum {string}
             */
            language: "zh-CN" | "en";
        };
        WebhookWithSecret: {
            /** @example app_00000000000000000000000000 */
            id: string;
            ownerId: string;
            url: string;
            description: string;
            eventTypes: string[];
            enabled: boolean;
            /** @description `GONE`: the receiver answered 410; `FAILING`: no success for days; null if a person switched it off */
            disabledReason: string | null;
            disabledAt: string | null;
            contact: components["schemas"]["WebhookContact"] | null;
            failingSince: string | null;
            formerSecretExpiresAt: string | null;
            version: number;
            /**
             * Format: date-time
             * @example 2026-03-01T02:00:00.000Z
             */
            createdAt: string;
            secret: string;
        };
        WorkingCapitalInputs: {
            lastYearSalesMinor: string;
            profitMarginBps: number;
            expectedGrowthBps: number;
            inventoryDays: number;
            receivableDays: number;
            payableDays: number;
            prepaidDays: number;
            advanceReceiptDays: number;
            ownFundsMinor: string;
            existingLoansMinor: string;
            otherFundsMinor: string;
        };
        WriteOff: {
            reasonCodes: string[];
            comment: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listApplications: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `nextCursor` of the former page */
                cursor?: string;
                stage?: "PRE_SCREEN" | "SUPPLEMENT" | "CONSENT" | "FACTS" | "DECISION" | "APPROVAL" | "DECLINED" | "OFFER" | "DISBURSEMENT" | "ACCOUNT_CORRECTION" | "REPAYING" | "OVERDUE" | "WRITTEN_OFF" | "SETTLED" | "CLOSED";
                productCode?: string;
                /** @description Id `cus_…` */
                customerId?: string;
                clockId?: "live" | string;
                open?: "true" | "false";
                /** @description Arrived within this hour of the business day */
                appliedHour?: number;
                /** @description Made this step, between `movedFrom` and `movedTo` */
                reached?: "pre_screened" | "facts" | "decided" | "approved" | "signed" | "paid_out" | "declined";
                /** @description Left this stage, between the same dates */
                left?: "PRE_SCREEN" | "SUPPLEMENT" | "CONSENT" | "FACTS" | "DECISION" | "APPROVAL" | "DECLINED" | "OFFER" | "DISBURSEMENT" | "ACCOUNT_CORRECTION" | "REPAYING" | "OVERDUE" | "WRITTEN_OFF" | "SETTLED" | "CLOSED";
                movedFrom?: string;
                movedTo?: string;
                /** @description Conditions `field.op.value`, all of which hold; several values of `is` and `not` with commas. Fields: stage (is, not), product (is, not), channel (is, not), purpose (is, not), outcome (is, not), route (is, not), grade (is, not), currency (is, not), amount (min, max), term (min, max), score (min, max), created (min, max), since (min, max), open (is), parked (is) */
                where?: string[];
                sort?: "-id" | "id" | "-amount" | "since";
                /** @description Else by `Accept`. `csv` and `xlsx` give every matching row as a file, at most 100,000; `x-rows-left-off: true` says that there were more */
                format?: "json" | "csv" | "xlsx";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Application"][];
                        nextCursor: string | null;
                    };
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createApplication: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique per request; a repeat with the same key and body acts once */
                "idempotency-key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateApplication"];
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    estimateApplications: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `nextCursor` of the former page */
                cursor?: string;
                stage?: "PRE_SCREEN" | "SUPPLEMENT" | "CONSENT" | "FACTS" | "DECISION" | "APPROVAL" | "DECLINED" | "OFFER" | "DISBURSEMENT" | "ACCOUNT_CORRECTION" | "REPAYING" | "OVERDUE" | "WRITTEN_OFF" | "SETTLED" | "CLOSED";
                productCode?: string;
                /** @description Id `cus_…` */
                customerId?: string;
                clockId?: "live" | string;
                open?: "true" | "false";
                /** @description Arrived within this hour of the business day */
                appliedHour?: number;
                /** @description Made this step, between `movedFrom` and `movedTo` */
                reached?: "pre_screened" | "facts" | "decided" | "approved" | "signed" | "paid_out" | "declined";
                /** @description Left this stage, between the same dates */
                left?: "PRE_SCREEN" | "SUPPLEMENT" | "CONSENT" | "FACTS" | "DECISION" | "APPROVAL" | "DECLINED" | "OFFER" | "DISBURSEMENT" | "ACCOUNT_CORRECTION" | "REPAYING" | "OVERDUE" | "WRITTEN_OFF" | "SETTLED" | "CLOSED";
                movedFrom?: string;
                movedTo?: string;
                /** @description Conditions `field.op.value`, all of which hold; several values of `is` and `not` with commas. Fields: stage (is, not), product (is, not), channel (is, not), purpose (is, not), outcome (is, not), route (is, not), grade (is, not), currency (is, not), amount (min, max), term (min, max), score (min, max), created (min, max), since (min, max), open (is), parked (is) */
                where?: string[];
                sort?: "-id" | "id" | "-amount" | "since";
                /** @description Else by `Accept`. `csv` and `xlsx` give every matching row as a file, at most 100,000; `x-rows-left-off: true` says that there were more */
                format?: "json" | "csv" | "xlsx";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Estimate"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApplication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id `app_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdrawApplication: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique per request; a repeat with the same key and body acts once */
                "idempotency-key": string;
                /** @description ETag of what you saw */
                "if-match"?: string;
            };
            path: {
                /** @description Id `app_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplicantRequest"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Command"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Command"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    requestReview: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique per request; a repeat with the same key and body acts once */
                "idempotency-key": string;
                /** @description ETag of what you saw */
                "if-match"?: string;
            };
            path: {
                /** @description Id `app_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplicantRequest"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Command"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Command"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelPayout: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique per request; a repeat with the same key and body acts once */
                "idempotency-key": string;
                /** @description ETag of what you saw */
                "if-match"?: string;
            };
            path: {
                /** @description Id `app_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplicantRequest"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Command"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Command"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDocuments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id `app_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Document"][];
                    };
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    uploadDocument: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique per request; a repeat with the same key and body acts once */
                "idempotency-key": string;
            };
            path: {
                /** @description Id `app_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UploadDocument"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Document"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id `app_…` */
                id: string;
                /** @description Id `doc_…` */
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": unknown;
                    "image/png": unknown;
                    "application/pdf": unknown;
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listConsents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id `app_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Consent"][];
                    };
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    grantConsent: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique per request; a repeat with the same key and body acts once */
                "idempotency-key": string;
            };
            path: {
                /** @description Id `app_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConsentGrant"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Consent"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setPayoutAccount: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique per request; a repeat with the same key and body acts once */
                "idempotency-key": string;
            };
            path: {
                /** @description Id `app_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PayoutAccount"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApplicationTimeline: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `nextCursor` of the former page */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Id `app_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["TimelineEntry"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLoanTimeline: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `nextCursor` of the former page */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Id `loan_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["TimelineEntry"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCommand: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id `cmd_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Command"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTasks: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `nextCursor` of the former page */
                cursor?: string;
                /** @description `mine`: claimed by me; `team`: for my roles; `all`: everything I may see */
                view?: "mine" | "team" | "all";
                status?: "open" | "paused" | "done" | "cancelled";
                kind?: string;
                /** @description This urgent or more */
                priority?: number;
                /** @description Id `app_…` */
                applicationId?: string;
                /** @description Id `clk_…` */
                clockId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Task"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id `task_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskDetail"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    claimTask: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique per request; a repeat with the same key and body acts once */
                "idempotency-key": string;
            };
            path: {
                /** @description Id `task_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimTask"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    releaseTask: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique per request; a repeat with the same key and body acts once */
                "idempotency-key": string;
            };
            path: {
                /** @description Id `task_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decideTask: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique per request; a repeat with the same key and body acts once */
                "idempotency-key": string;
                /** @description ETag of what you saw */
                "if-match"?: string;
            };
            path: {
                /** @description Id `task_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideTask"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Command"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Command"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getContract: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id `ctr_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contract"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getContractDocument: {
        parameters: {
            query?: {
                version?: "latest" | "offered";
            };
            header?: never;
            path: {
                /** @description Id `ctr_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description PDF */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": unknown;
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendConfirmationCode: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique per request; a repeat with the same key and body acts once */
                "idempotency-key": string;
            };
            path: {
                /** @description Id `ctr_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeSent"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signContract: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique per request; a repeat with the same key and body acts once */
                "idempotency-key": string;
            };
            path: {
                /** @description Id `ctr_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignContract"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contract"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refuseContract: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique per request; a repeat with the same key and body acts once */
                "idempotency-key": string;
            };
            path: {
                /** @description Id `ctr_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefuseContract"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contract"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listLoans: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `nextCursor` of the former page */
                cursor?: string;
                customerId?: string;
                clockId?: "live" | string;
                status?: "pending" | "active" | "overdue" | "settled" | "written_off" | "transferred";
                minDaysOverdue?: number;
                /** @description Conditions `field.op.value`, all of which hold; several values of `is` and `not` with commas. Fields: status (is, not), product (is, not), bucket (is, not), class (is, not), branch (is, not), currency (is, not), principal (min, max), outstanding (min, max), overdue (min, max), days (min, max), nextDue (min, max), disbursed (min, max), maturity (min, max), closed (min, max) */
                where?: string[];
                sort?: "-id" | "id" | "-days" | "-outstanding" | "-principal" | "nextDue";
                /** @description Else by `Accept`. `csv` and `xlsx` give every matching row as a file, at most 100,000; `x-rows-left-off: true` says that there were more */
                format?: "json" | "csv" | "xlsx";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["LoanListed"][];
                        nextCursor: string | null;
                    };
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    estimateLoans: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `nextCursor` of the former page */
                cursor?: string;
                customerId?: string;
                clockId?: "live" | string;
                status?: "pending" | "active" | "overdue" | "settled" | "written_off" | "transferred";
                minDaysOverdue?: number;
                /** @description Conditions `field.op.value`, all of which hold; several values of `is` and `not` with commas. Fields: status (is, not), product (is, not), bucket (is, not), class (is, not), branch (is, not), currency (is, not), principal (min, max), outstanding (min, max), overdue (min, max), days (min, max), nextDue (min, max), disbursed (min, max), maturity (min, max), closed (min, max) */
                where?: string[];
                sort?: "-id" | "id" | "-days" | "-outstanding" | "-principal" | "nextDue";
                /** @description Else by `Accept`. `csv` and `xlsx` give every matching row as a file, at most 100,000; `x-rows-left-off: true` says that there were more */
                format?: "json" | "csv" | "xlsx";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Estimate"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLoan: {
        parameters: {
            query?: {
                /** @description Day to show, with all that is known today, corrections booked later included; today if left out. By booking date: `knownAt`, and the statement */
                asOf?: string;
                /** @description Booking date up to which events count, so that a day is shown as it was known then: with `asOf` of the same day, what the books said that evening. Today if left out */
                knownAt?: string;
            };
            header?: never;
            path: {
                /** @description Id `loan_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Loan"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSchedule: {
        parameters: {
            query?: {
                /** @description Day to show, with all that is known today, corrections booked later included; today if left out. By booking date: `knownAt`, and the statement */
                asOf?: string;
                /** @description Booking date up to which events count, so that a day is shown as it was known then: with `asOf` of the same day, what the books said that evening. Today if left out */
                knownAt?: string;
            };
            header?: never;
            path: {
                /** @description Id `loan_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Schedule"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTransactions: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `nextCursor` of the former page */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Id `loan_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Transaction"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getStatement: {
        parameters: {
            query: {
                from: string;
                to: string;
            };
            header?: never;
            path: {
                /** @description Id `loan_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Statement"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getStatementDocument: {
        parameters: {
            query: {
                from: string;
                to: string;
            };
            header?: never;
            path: {
                /** @description Id `loan_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description PDF */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": unknown;
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    quotePayoff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id `loan_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PayoffQuoteRequest"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayoffQuote"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPayments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id `loan_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Payment"][];
                    };
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recordPayment: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique per request; a repeat with the same key and body acts once */
                "idempotency-key": string;
            };
            path: {
                /** @description Id `loan_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordPayment"];
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payment"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recordPrepayment: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique per request; a repeat with the same key and body acts once */
                "idempotency-key": string;
            };
            path: {
                /** @description Id `loan_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordPrepayment"];
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payment"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restructureLoan: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique per request; a repeat with the same key and body acts once */
                "idempotency-key": string;
                /** @description ETag of what you saw */
                "if-match"?: string;
            };
            path: {
                /** @description Id `loan_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Restructuring"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Command"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Command"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    waive: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique per request; a repeat with the same key and body acts once */
                "idempotency-key": string;
                /** @description ETag of what you saw */
                "if-match"?: string;
            };
            path: {
                /** @description Id `loan_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Restructuring"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Command"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Command"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    writeOffLoan: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique per request; a repeat with the same key and body acts once */
                "idempotency-key": string;
                /** @description ETag of what you saw */
                "if-match"?: string;
            };
            path: {
                /** @description Id `loan_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WriteOff"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Command"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Command"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewOperation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id `loan_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewOperation"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperationPreview"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    orderOperation: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique per request; a repeat with the same key and body acts once */
                "idempotency-key": string;
                /** @description ETag of what you saw */
                "if-match"?: string;
            };
            path: {
                /** @description Id `loan_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrderOperation"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOperations: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `nextCursor` of the former page */
                cursor?: string;
                status?: "proposed" | "confirmed" | "applied" | "refused" | "rejected";
                /** @description Id `loan_…` */
                loanId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Operation"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOperation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id `opn_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decideOperation: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique per request; a repeat with the same key and body acts once */
                "idempotency-key": string;
            };
            path: {
                /** @description Id `opn_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideOperation"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDraws: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id `loan_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoanDraws"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    orderDraw: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique per request; a repeat with the same key and body acts once */
                "idempotency-key": string;
                /** @description ETag of what you saw */
                "if-match"?: string;
            };
            path: {
                /** @description Id `loan_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrderDraw"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endLimit: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique per request; a repeat with the same key and body acts once */
                "idempotency-key": string;
                /** @description ETag of what you saw */
                "if-match"?: string;
            };
            path: {
                /** @description Id `loan_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndLimit"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCustomers: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `nextCursor` of the former page */
                cursor?: string;
                /** @description Id `clk_…` */
                clockId?: string;
                /** @description Conditions `field.op.value`, all of which hold; several values of `is` and `not` with commas. Fields: kind (is, not), locale (is, not), created (min, max) */
                where?: string[];
                sort?: "-id" | "id";
                /** @description Else by `Accept`. `csv` and `xlsx` give every matching row as a file, at most 100,000; `x-rows-left-off: true` says that there were more */
                format?: "json" | "csv" | "xlsx";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Customer"][];
                        nextCursor: string | null;
                    };
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    estimateCustomers: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `nextCursor` of the former page */
                cursor?: string;
                /** @description Id `clk_…` */
                clockId?: string;
                /** @description Conditions `field.op.value`, all of which hold; several values of `is` and `not` with commas. Fields: kind (is, not), locale (is, not), created (min, max) */
                where?: string[];
                sort?: "-id" | "id";
                /** @description Else by `Accept`. `csv` and `xlsx` give every matching row as a file, at most 100,000; `x-rows-left-off: true` says that there were more */
                format?: "json" | "csv" | "xlsx";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Estimate"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    searchCustomers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SearchCustomers"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Customer"][];
                    };
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCustomer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id `cus_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Customer"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revealCustomer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id `cus_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevealRequest"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Revealed"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listExports: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ListExport"][];
                    };
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createExport: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique per request; a repeat with the same key and body acts once */
                "idempotency-key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AskExport"];
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListExport"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getExport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id `exp_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListExport"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getExportFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id `exp_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description CSV or Excel */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listProducts: {
        parameters: {
            query?: {
                /** @description Test clock whose today counts */
                clockId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Product"][];
                    };
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProduct: {
        parameters: {
            query?: {
                /** @description Test clock whose today counts */
                clockId?: string;
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listConsentTexts: {
        parameters: {
            query?: {
                /** @description Test clock whose today counts */
                clockId?: string;
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ConsentText"][];
                    };
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    quote: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuoteRequest"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuoteResult"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    quoteProduct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuoteProduct"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuoteResult"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    describeBooks: {
        parameters: {
            query?: {
                /** @description Books of a test clock; the live ones if left out */
                clockId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Books"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTrialBalance: {
        parameters: {
            query?: {
                /** @description Last day; today if left out */
                asOf?: string;
                /** @description By booking date (the books), or by the date that entries count from */
                by?: "booked" | "effective";
                /** @description Books of a test clock; the live ones if left out */
                clockId?: string;
                /** @description If left out CNY, or where there are books but none in CNY the first of theirs */
                currency?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrialBalance"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    proveLedger: {
        parameters: {
            query?: {
                /** @description Last day; today if left out */
                asOf?: string;
                /** @description By booking date (the books), or by the date that entries count from */
                by?: "booked" | "effective";
                /** @description Books of a test clock; the live ones if left out */
                clockId?: string;
                /** @description If left out CNY, or where there are books but none in CNY the first of theirs */
                currency?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerProof"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listLedgerEntries: {
        parameters: {
            query: {
                limit?: number;
                /** @description `nextCursor` of the former page */
                cursor?: string;
                clockId?: "live" | string;
                from: string;
                to: string;
                /** @description Account codes with commas */
                account?: string;
                currency?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["JournalEntry"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportJournal: {
        parameters: {
            query: {
                from: string;
                to: string;
                /** @description Id `clk_…` */
                clockId?: string;
                /** @description Id `loan_…` */
                loanId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description CSV, one posting a line */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listJournalEntries: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id `loan_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["JournalEntry"][];
                    };
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPortfolioSnapshot: {
        parameters: {
            query?: {
                /** @description The last closed date up to this day; the very last if left out */
                asOf?: string;
                /** @description Figures of a test clock; the live ones if left out */
                clockId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortfolioSnapshot"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPortfolioRolls: {
        parameters: {
            query?: {
                /** @description The last month end up to this day; the very last if left out */
                monthEnd?: string;
                /** @description Figures of a test clock; the live ones if left out */
                clockId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortfolioRolls"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLoanStanding: {
        parameters: {
            query?: {
                asOf?: string;
            };
            header?: never;
            path: {
                /** @description Id `loan_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoanStanding"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTestClocks: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `nextCursor` of the former page */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["TestClock"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createTestClock: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique per request; a repeat with the same key and body acts once */
                "idempotency-key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateTestClock"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TestClock"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTestClock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id `clk_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TestClock"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    advanceTestClock: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique per request; a repeat with the same key and body acts once */
                "idempotency-key": string;
            };
            path: {
                /** @description Id `clk_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdvanceTestClock"];
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TestClock"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMagicValues: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["MagicTable"][];
                    };
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inventPerson: {
        parameters: {
            query?: {
                /** @description A scenario of the magic values */
                scenario?: string;
                /** @description Which one: the same number gives the same person; any where absent */
                n?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InventedPerson"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    drawSpecimen: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DrawSpecimen"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadDocument"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listParked: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `nextCursor` of the former page */
                cursor?: string;
                reason?: string;
                /** @description Id `clk_…` */
                clockId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ParkedLoan"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listParkedGroups: {
        parameters: {
            query?: {
                /** @description Id `clk_…` */
                clockId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ParkedGroup"][];
                    };
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resumeLoan: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique per request; a repeat with the same key and body acts once */
                "idempotency-key": string;
            };
            path: {
                /** @description Id `app_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResumeLoan"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Command"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Command"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listFailing: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `nextCursor` of the former page */
                cursor?: string;
                error?: string;
                step?: string;
                /** @description Id `app_…` */
                applicationId?: string;
                /** @description Id `clk_…` */
                clockId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["FailingStep"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listFailingGroups: {
        parameters: {
            query?: {
                /** @description Id `clk_…` */
                clockId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["FailingGroup"][];
                    };
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retryLoan: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique per request; a repeat with the same key and body acts once */
                "idempotency-key": string;
            };
            path: {
                /** @description Id `app_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetryLoan"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetriedLoan"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retryFailingGroup: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique per request; a repeat with the same key and body acts once */
                "idempotency-key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetryGroup"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetriedGroup"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listEvents: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `nextCursor` of the former page */
                cursor?: string;
                type?: components["schemas"]["EventType"];
                applicationId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Event"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listEventTypes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["EventKind"][];
                    };
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Webhook"][];
                    };
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createWebhook: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique per request; a repeat with the same key and body acts once */
                "idempotency-key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateWebhook"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookWithSecret"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id `whk_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id `whk_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of what you saw */
                "if-match"?: string;
            };
            path: {
                /** @description Id `whk_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeWebhook"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique per request; a repeat with the same key and body acts once */
                "idempotency-key": string;
            };
            path: {
                /** @description Id `whk_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RotateSecret"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookWithSecret"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pingWebhook: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique per request; a repeat with the same key and body acts once */
                "idempotency-key": string;
            };
            path: {
                /** @description Id `whk_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Event"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDeliveries: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `nextCursor` of the former page */
                cursor?: string;
                status?: "pending" | "delivered" | "failed" | "dropped";
            };
            header?: never;
            path: {
                /** @description Id `whk_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Delivery"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id `whk_…` */
                id: string;
                /** @description Id `whd_…` */
                deliveryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryDetail"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resendDelivery: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique per request; a repeat with the same key and body acts once */
                "idempotency-key": string;
            };
            path: {
                /** @description Id `whk_…` */
                id: string;
                /** @description Id `whd_…` */
                deliveryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAuditEntries: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `nextCursor` of the former page */
                cursor?: string;
                subject?: string;
                actorId?: string;
                action?: string;
                /** @description First business date on which it was done */
                from?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["FoundAuditEntry"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verifyAudit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                subject: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditVerification"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verifyAllAudit: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `nextCursor` of the former page */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerifiedChains"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportAuditProof: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                subject: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditProof"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAuditRoots: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["AuditRoot"][];
                    };
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAuditKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditKeys"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listApiKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ApiKey"][];
                    };
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createApiKey: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique per request; a repeat with the same key and body acts once */
                "idempotency-key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateApiKey"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyWithKey"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id `key_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getInstallation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Installation"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDecision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id `app_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Decision"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProposedPlan: {
        parameters: {
            query?: {
                /** @description Day of the payout; today unless said */
                on?: string;
            };
            header?: never;
            path: {
                /** @description Id `app_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuoteResult"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    settleFact: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique per request; a repeat with the same key and body acts once */
                "idempotency-key": string;
            };
            path: {
                /** @description Id `app_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettleFact"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Decision"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listComparableCases: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id `app_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ComparableCase"][];
                    };
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listReasons: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Reason"][];
                    };
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDashboard: {
        parameters: {
            query?: {
                /** @description Figures of a test clock; the live ones if left out */
                clockId?: string;
                /** @description Length of the period that ends today */
                days?: number;
                /** @description If left out CNY, or where there are books but none in CNY the first of theirs */
                currency?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dashboard"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    streamDashboard: {
        parameters: {
            query?: {
                /** @description Figures of a test clock; the live ones if left out */
                clockId?: string;
                /** @description Length of the period that ends today */
                days?: number;
                /** @description If left out CNY, or where there are books but none in CNY the first of theirs */
                currency?: string;
            };
            header?: {
                "last-event-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Server-sent events */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": unknown;
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAccountTexts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["AccountText"][];
                    };
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askLoginCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AskLoginCode"];
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoginCodeSent"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    registerBorrower: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Register"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BorrowerSession"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    logIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LogIn"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BorrowerSession"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    logOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refreshSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BorrowerSession"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMyAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BorrowerAccount"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMyCards: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["BankCard"][];
                    };
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    bindCard: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique per request; a repeat with the same key and body acts once */
                "idempotency-key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BindCard"];
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BankCard"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMyCard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id `card_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BankCard"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeCard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id `card_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    makeCardDefault: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique per request; a repeat with the same key and body acts once */
                "idempotency-key": string;
            };
            path: {
                /** @description Id `card_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BankCard"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    useCardForApplication: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique per request; a repeat with the same key and body acts once */
                "idempotency-key": string;
            };
            path: {
                /** @description Id `app_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UseCard"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMyMessages: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `nextCursor` of the former page */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["BorrowerMessage"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMyNotifications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["NotificationSetting"][];
                    };
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setMyNotifications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeNotifications"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["NotificationSetting"][];
                    };
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewPayment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id `loan_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PayNow"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentPreview"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMyPayments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id `loan_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["CardPayment"][];
                    };
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    payNow: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique per request; a repeat with the same key and body acts once */
                "idempotency-key": string;
            };
            path: {
                /** @description Id `loan_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PayNow"];
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CardPayment"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPapers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id `loan_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Paper"][];
                    };
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPaperDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id `loan_…` */
                id: string;
                paperId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description PDF */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": unknown;
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listScenes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Scene"][];
                    };
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createScene: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique per request; a repeat with the same key and body acts once */
                "idempotency-key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateScene"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scene"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeScene: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id `scn_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeScene"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scene"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openScene: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenScene"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPartners: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PartnerListed"][];
                    };
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCaseMessages: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `nextCursor` of the former page */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Id `app_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["CaseMessage"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProcess: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id `app_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Process"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPolicies: {
        parameters: {
            query?: {
                kind?: "product" | "entry_rules" | "checklist" | "scorecard" | "price_table" | "authority" | "limits" | "collection_strategy" | "provisioning" | "calendar" | "rate_cap" | "message_template" | "contract_template" | "consent_text" | "form" | "reason_codes" | "source" | "penalty" | "reference_rate" | "exchange_rates";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Policy"][];
                    };
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    draftPolicy: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique per request; a repeat with the same key and body acts once */
                "idempotency-key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftPolicy"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyVersion"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id `pol_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyDetail"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    savePolicy: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of what you saw */
                "if-match"?: string;
            };
            path: {
                /** @description Id `pol_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PolicyContentInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyVersion"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    discardPolicy: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of what you saw */
                "if-match"?: string;
            };
            path: {
                /** @description Id `pol_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Discarded */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reviewPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id `pol_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PolicyFinding"][];
                    };
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    comparePolicy: {
        parameters: {
            query?: {
                /** @description Version to compare with; the one in force where absent */
                against?: string;
            };
            header?: never;
            path: {
                /** @description Id `pol_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyChanges"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    policyHistory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id `pol_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PolicyEvent"][];
                    };
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    tryPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id `pol_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TryPolicy"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyTrial"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    planProduct: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuoteDraft"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuoteResult"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    backtestPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id `pol_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BacktestPolicy"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyBacktest"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPolicyFacts: {
        parameters: {
            query: {
                kind: "entry_rules" | "price_table" | "authority" | "scorecard";
                code: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PolicyFact"][];
                    };
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    submitPolicy: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique per request; a repeat with the same key and body acts once */
                "idempotency-key": string;
                /** @description ETag of what you saw */
                "if-match"?: string;
            };
            path: {
                /** @description Id `pol_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyVersion"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    takeBackPolicy: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique per request; a repeat with the same key and body acts once */
                "idempotency-key": string;
                /** @description ETag of what you saw */
                "if-match"?: string;
            };
            path: {
                /** @description Id `pol_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyVersion"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approvePolicy: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique per request; a repeat with the same key and body acts once */
                "idempotency-key": string;
                /** @description ETag of what you saw */
                "if-match"?: string;
            };
            path: {
                /** @description Id `pol_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyVersion"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendBackPolicy: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique per request; a repeat with the same key and body acts once */
                "idempotency-key": string;
                /** @description ETag of what you saw */
                "if-match"?: string;
            };
            path: {
                /** @description Id `pol_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendBackPolicy"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyVersion"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    publishPolicy: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique per request; a repeat with the same key and body acts once */
                "idempotency-key": string;
                /** @description ETag of what you saw */
                "if-match"?: string;
            };
            path: {
                /** @description Id `pol_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishPolicy"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyVersion"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retirePolicy: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique per request; a repeat with the same key and body acts once */
                "idempotency-key": string;
                /** @description ETag of what you saw */
                "if-match"?: string;
            };
            path: {
                /** @description Id `pol_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetirePolicy"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyVersion"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCloseRuns: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `nextCursor` of the former page */
                cursor?: string;
                clockId?: "live" | string;
                status?: "open" | "agrees" | "differs";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["CloseRun"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCloseRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id `run_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CloseRunDetail"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSourceHealth: {
        parameters: {
            query?: {
                /** @description How far back */
                minutes?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["SourceHealth"][];
                    };
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listUsers: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `nextCursor` of the former page */
                cursor?: string;
                role?: "officer" | "senior_officer" | "committee" | "risk_manager" | "collector" | "operator" | "auditor" | "administrator";
                active?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["User"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createUser: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique per request; a repeat with the same key and body acts once */
                "idempotency-key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateUser"];
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChange"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id `usr_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeUser"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRoles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["RoleDetail"][];
                    };
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    proposeUserAccess: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique per request; a repeat with the same key and body acts once */
                "idempotency-key": string;
            };
            path: {
                /** @description Id `usr_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposeUserAccess"];
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChange"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    proposeRoleLimit: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique per request; a repeat with the same key and body acts once */
                "idempotency-key": string;
            };
            path: {
                role: "applicant" | "partner" | "officer" | "senior_officer" | "committee" | "risk_manager" | "collector" | "operator" | "auditor" | "administrator";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LimitPermission"];
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChange"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAccessChanges: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `nextCursor` of the former page */
                cursor?: string;
                status?: "proposed" | "approved" | "refused" | "withdrawn";
                /** @description Id `usr_…` */
                userId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["AccessChange"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAccessChange: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id `chg_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChange"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decideAccessChange: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique per request; a repeat with the same key and body acts once */
                "idempotency-key": string;
            };
            path: {
                /** @description Id `chg_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideAccessChange"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChange"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    search: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SearchText"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Found"][];
                    };
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listReconciliations: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `nextCursor` of the former page */
                cursor?: string;
                /** @description Books of a test clock; the live ones if left out */
                clockId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ReconciliationRun"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listStatementLines: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `nextCursor` of the former page */
                cursor?: string;
                /** @description Only lines that matched nothing */
                unmatched?: "true" | "false";
            };
            header?: never;
            path: {
                /** @description Id `rec_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["StatementLine"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listReconciliationTasks: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `nextCursor` of the former page */
                cursor?: string;
                /** @description Books of a test clock; the live ones if left out */
                clockId?: string;
                status?: "open" | "resolved" | "confirmed";
                /** @description Id `rec_…` */
                reconciliationId?: string;
                kind?: "unknown-to-us" | "missing-at-bank" | "amount-differs" | "shown-twice" | "statement-unsound" | "opening-differs";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ReconciliationTask"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDifferenceKinds: {
        parameters: {
            query?: {
                /** @description Books of a test clock; the live ones if left out */
                clockId?: string;
                status?: "open" | "resolved" | "confirmed";
                /** @description Id `rec_…` */
                reconciliationId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["DifferenceKind"][];
                    };
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDifference: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id `rec_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReconciliationDifference"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resolveDifference: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique per request; a repeat with the same key and body acts once */
                "idempotency-key": string;
            };
            path: {
                /** @description Id `rec_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResolveDifference"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReconciliationTask"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readResolution: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique per request; a repeat with the same key and body acts once */
                "idempotency-key": string;
            };
            path: {
                /** @description Id `rec_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadResolution"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReconciliationTask"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listViews: {
        parameters: {
            query: {
                list: components["schemas"]["ViewedList"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedViews"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createView: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique per request; a repeat with the same key and body acts once */
                "idempotency-key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateView"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getView: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id `viw_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteView: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id `viw_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeView: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of what you saw */
                "if-match"?: string;
            };
            path: {
                /** @description Id `viw_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeView"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"];
                };
            };
            /** @description Busy or a needed service is away; try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
