package io.silverdata.contract.memory;

import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.testkit.NoteLogTck;

class InMemoryNoteLogTest extends NoteLogTck {
    @Override
    protected Storage storage() {
        return new InMemoryStorage();
    }
}
