package io.silverdata.contract.adapters.radius.arch.seeded.dynauth;

import java.io.IOException;
import java.io.InputStream;
import org.tinyradius.packet.RadiusPacket;
import org.tinyradius.util.RadiusException;

record DecodesWithTinyradius(InputStream received) {
    RadiusPacket decode() throws IOException, RadiusException {
        return RadiusPacket.decodeRequestPacket(received, "secret");
    }
}
