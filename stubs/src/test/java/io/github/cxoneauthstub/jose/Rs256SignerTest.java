package io.github.cxoneauthstub.jose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import io.github.cxoneauthstub.auth.token.KeyRing;
import io.github.cxoneauthstub.auth.token.TokenSigner;
import io.github.cxoneauthstub.auth.token.TokenSigner.Reading;
import io.github.cxoneauthstub.json.JacksonJson;
import java.text.ParseException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Rs256SignerTest {
    private static final Rs256Signer SIGNER = new Rs256Signer(new JacksonJson());
    private static final Map<String, Object> CLAIMS = Map.of("iss", "http://127.0.0.1:1", "jti", "7");

    @Test
    void token_isVerifiableAgainstTheServedKeySet() throws ParseException, JOSEException {
        SignedJWT token = SignedJWT.parse(SIGNER.sign(CLAIMS));

        JWKSet keys = keySet();
        RSAKey key = keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey();

        assertThat(token.verify(new RSASSAVerifier(key))).isTrue();
        assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.RS256);
        assertThat(token.getHeader().getType()).hasToString("JWT");
    }

    private static JWKSet keySet() throws ParseException {
        return JWKSet.parse(new KeyRing(SIGNER).keySet());
    }

    @Test
    void successor_signsWithAnotherKeyThatIsDescribedLikeTheFirst() throws ParseException, JOSEException {
        TokenSigner successor = SIGNER.successor();

        RSAKey first = RSAKey.parse(SIGNER.publicKey());
        RSAKey second = RSAKey.parse(successor.publicKey());

        assertThat(second.getKeyID()).isNotEqualTo(first.getKeyID());
        assertThat(second.getModulus()).isNotEqualTo(first.getModulus());
        assertThat(second.toJSONObject().keySet())
                .isEqualTo(first.toJSONObject().keySet());
        assertThat(SignedJWT.parse(successor.sign(CLAIMS)).verify(new RSASSAVerifier(second)))
                .isTrue();
        assertThat(successor.read(SIGNER.sign(CLAIMS))).isInstanceOf(Reading.UnknownKey.class);
    }

    @Test
    void keySet_holdsNoPrivateKey() throws ParseException {
        assertThat(keySet().getKeys()).hasSize(1).noneMatch(key -> key.isPrivate());
        assertThat(SIGNER.publicKey()).doesNotContain("\"d\"", "\"p\"", "\"q\"");
    }

    @Test
    void header_namesKeyTypeAndAlgorithm() {
        String header = SIGNER.sign(CLAIMS).split("\\.", -1)[0];

        assertThat(new String(Base64.getUrlDecoder().decode(header), UTF_8))
                .isEqualTo("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"default\"}");
    }

    @Test
    void claims_keepTheirOrder() {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("z", 1L);
        claims.put("a", List.of("x"));
        claims.put("m", Map.of("n", true));

        String payload = SIGNER.sign(claims).split("\\.", -1)[1];

        assertThat(new String(Base64.getUrlDecoder().decode(payload), UTF_8))
                .isEqualTo("{\"z\":1,\"a\":[\"x\"],\"m\":{\"n\":true}}");
    }

    @Test
    void ownToken_isGenuine() {
        assertThat(SIGNER.read(SIGNER.sign(CLAIMS))).isEqualTo(new Reading.Genuine("7", "http://127.0.0.1:1"));
    }

    @Test
    void tokenOfAnotherSignerWithThePublishedKey_isGenuineToo() {
        assertThat(SIGNER.read(new Rs256Signer(new JacksonJson()).sign(CLAIMS))).isInstanceOf(Reading.Genuine.class);
    }

    @Test
    void otherKeyOfAnotherName_isUnknown() throws JOSEException {
        String token = new Rs256Signer(key("another"), new JacksonJson()).sign(CLAIMS);

        assertThat(SIGNER.read(token)).isEqualTo(new Reading.UnknownKey());
    }

    @Test
    void otherKeyOfTheSameName_hasABrokenSignature() throws JOSEException, ParseException {
        String ownName = keySet().getKeys().get(0).getKeyID();
        String token = new Rs256Signer(key(ownName), new JacksonJson()).sign(CLAIMS);

        assertThat(SIGNER.read(token)).isEqualTo(new Reading.BrokenSignature());
    }

    @Test
    void headerWithoutKeyName_isHeldAgainstTheKeyThereIs() throws JOSEException {
        String token = new Rs256Signer(new RSAKeyGenerator(2048).generate(), new JacksonJson()).sign(CLAIMS);

        assertThat(SIGNER.read(token)).isEqualTo(new Reading.BrokenSignature());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void changedPart_isNeverGenuine(int part) {
        String[] parts = SIGNER.sign(CLAIMS).split("\\.", -1);
        parts[part] = (parts[part].charAt(4) == 'A' ? "B" : "A") + parts[part].substring(1);

        assertThat(SIGNER.read(String.join(".", parts))).isNotInstanceOf(Reading.Genuine.class);
    }

    @Test
    void truncatedSignature_isBroken() {
        String token = SIGNER.sign(CLAIMS);

        assertThat(SIGNER.read(token.substring(0, token.length() - 8))).isEqualTo(new Reading.BrokenSignature());
    }

    @Test
    void algorithmNone_isAnotherAlgorithm() {
        String unsigned = base64url("{\"alg\":\"none\"}") + "." + base64url("{\"jti\":\"7\"}") + ".";

        assertThat(SIGNER.read(unsigned)).isEqualTo(new Reading.OtherAlgorithm("none"));
    }

    @Test
    void hs256WithThePublicKeyAsSecret_isAnotherAlgorithm() throws JOSEException {
        JWSObject forged = new JWSObject(new JWSHeader(JWSAlgorithm.HS256), new Payload(CLAIMS));
        forged.sign(new MACSigner(SIGNER.publicKey().getBytes(UTF_8)));

        assertThat(SIGNER.read(forged.serialize())).isEqualTo(new Reading.OtherAlgorithm("HS256"));
    }

    @Test
    void encryptedToken_hasFivePartsInsteadOfThree() throws JOSEException {
        JWEObject token =
                new JWEObject(new JWEHeader(JWEAlgorithm.DIR, EncryptionMethod.A128CBC_HS256), new Payload("x"));
        token.encrypt(new DirectEncrypter(new byte[32]));

        assertThat(SIGNER.read(token.serialize()))
                .isEqualTo(new Reading.NotJwt("a JWT has three parts separated by dots, this has 5"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', nothing follows the word Bearer",
        "undefined, it is the word undefined: the variable had no value",
        "NULL, it is the word NULL: the variable had no value",
        "[object Object], it is the word [object Object]: the variable had no value",
        "\"a.b.c\", it begins with a quotation mark",
        "a.b .c, it has a blank or a line break inside",
        "a.b=.c, it has characters that base64url has not",
        "a.b, 'a JWT has three parts separated by dots, this has 2'",
        "abc, 'a JWT has three parts separated by dots, this has 1'",
        "eyJhbGciOiJSUzI1NiJ9, 'a JWT has three parts separated by dots, this has 1'",
        "0123456789abcdef, 'a word of 16 characters without dots; an opaque token of Genesys Cloud has 86, a JWT has three parts'",
        "a.b.c, its parts are not the base64url of a JWT's header and claims",
        ".., its parts are not the base64url of a JWT's header and claims"
    })
    void otherText_isToldWhyItIsNoJwt(String presented, String why) {
        assertThat(SIGNER.read(presented)).isEqualTo(new Reading.NotJwt(why));
    }

    /** A regular expression with a repeated group once ran out of stack here. */
    @ParameterizedTest
    @ValueSource(strings = {".", "a.", "-"})
    void longestText_isReadWithoutRunningOutOfStack(String piece) {
        assertThat(SIGNER.read(piece.repeat(16_384 / piece.length()))).isInstanceOf(Reading.NotJwt.class);
    }

    @Test
    void hugeText_isToldByItsLengthOnly() {
        assertThat(SIGNER.read("x".repeat(16_385))).isEqualTo(new Reading.NotJwt("it has 16385 characters"));
    }

    private static RSAKey key(String id) throws JOSEException {
        return new RSAKeyGenerator(2048).keyID(id).generate();
    }

    private static String base64url(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
