import java.awt.image.BufferedImage;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.imageio.ImageIO;

/**
 * What a user does in the demonstration: scans a QR code, reads codes off an authenticator, logs in. It has none of Keycloak's code.
 */
public class Authenticator {

    private static final char UPPER_HALF_BLOCK = '\u2580';
    private static final char LOWER_HALF_BLOCK = '\u2584';
    private static final char FULL_BLOCK = '\u2588';

    public static void main(String[] args) throws Exception {
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)); // whatever the locale
        switch (args[0]) {
            case "password" -> System.out.println(password());
            case "show" -> System.out.print(show(ImageIO.read(new File(args[1]))));
            case "code" -> System.out.println(code(base32(args[1]), args[2], Integer.parseInt(args[3]), Integer.parseInt(args[4])));
            case "login" -> System.exit(login(args[1], args[2], args[3], args.length > 4 ? args[4] : null) ? 0 : 1);
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    private static String password() {
        byte[] random = new byte[8];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /** RFC 6238, with the dynamic truncation of RFC 4226, section 5.3. */
    private static String code(byte[] secret, String algorithm, int digits, int period) throws Exception {
        Mac mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(secret, "RAW"));
        byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(Instant.now().getEpochSecond() / period).array());
        int truncated = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xF) & 0x7FFFFFFF;
        return String.format("%0" + digits + "d", truncated % (int) Math.pow(10, digits));
    }

    /** RFC 4648, section 6. */
    private static byte[] base32(String text) {
        String bits = text.chars().mapToObj(c -> Integer.toBinaryString(32 + "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c)).substring(1))
                .collect(Collectors.joining());
        byte[] bytes = new byte[bits.length() / 8];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(bits.substring(i * 8, i * 8 + 8), 2);
        }
        return bytes;
    }

    /** Two modules a character, one above the other, dark on light whatever the terminal's colours. */
    private static String show(BufferedImage image) {
        int margin = 0;
        while (!dark(image, margin, margin)) {
            margin++;
        }
        int finder = margin; // a finder pattern's edge is seven modules long
        while (dark(image, finder, margin)) {
            finder++;
        }
        int module = (finder - margin) / 7;
        int modules = (image.getWidth() - 2 * margin) / module;
        StringBuilder text = new StringBuilder();
        for (int y = -2; y < modules + 2; y += 2) {
            text.append("\u001B[30;107m");
            for (int x = -2; x < modules + 2; x++) {
                boolean upper = dark(image, margin + x * module, margin + y * module);
                boolean lower = dark(image, margin + x * module, margin + (y + 1) * module);
                text.append(upper ? lower ? FULL_BLOCK : UPPER_HALF_BLOCK : lower ? LOWER_HALF_BLOCK : ' ');
            }
            text.append("\u001B[0m\n");
        }
        return text.toString();
    }

    private static boolean dark(BufferedImage image, int x, int y) {
        return x >= 0 && y >= 0 && x < image.getWidth() && y < image.getHeight() && (image.getRGB(x, y) & 0xFFFFFF) == 0;
    }

    /** A token request (RFC 6749, section 4.3), with Keycloak's parameter for the code. */
    private static boolean login(String realm, String user, String password, String code) throws Exception {
        Map<String, String> form = new LinkedHashMap<>(Map.of("grant_type", "password", "client_id", "admin-cli", "username", user, "password", password));
        if (code != null) {
            form.put("totp", code);
        }
        String body = form.entrySet().stream().map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpResponse<String> response = HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(body)).build(),
                BodyHandlers.ofString());
        boolean granted = response.statusCode() == 200;
        System.out.println(response.statusCode() + (granted ? " granted" : " refused: " + response.body()));
        return granted;
    }
}
