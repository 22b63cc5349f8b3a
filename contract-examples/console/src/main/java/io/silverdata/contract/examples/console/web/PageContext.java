package io.silverdata.contract.examples.console.web;

import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.report.Ratio;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.util.UriComponentsBuilder;

/** What every template needs of the request: texts, formats, the person, the token. For one request. */
public final class PageContext {
    private final HttpServletRequest request;
    private final Locale locale;
    private final PageFrame frame;
    private final NumberFormat whole;
    private final Map<String, DateTimeFormatter> formats = new HashMap<>();

    PageContext(HttpServletRequest request, PageFrame frame) {
        this.request = request;
        this.locale = RequestContextUtils.getLocale(request);
        this.frame = frame;
        this.whole = NumberFormat.getIntegerInstance(locale);
    }

    // Texts

    /** The text of a key in the person's language. */
    public String text(String key, Object... arguments) {
        return frame.messages().text(locale, key, arguments);
    }

    /** The text of a key, or another one, where there is none: for codes of the host's own. */
    public String textOr(String key, String otherwise) {
        return frame.messages().has(locale, key) ? text(key) : otherwise;
    }

    /** The name of a constant for people: {@code status.ACTIVE} for {@code term("status", Status.ACTIVE)}. */
    public String term(String group, Object constant) {
        return textOr(group + "." + constant, String.valueOf(constant));
    }

    /** What the library says against a command. */
    public String rejection(Rejection rejection) {
        return RejectionPhrases.of(rejection).in(this);
    }

    /** Language of the page. */
    public String language() {
        return locale.getLanguage();
    }

    public Locale locale() {
        return locale;
    }

    public List<Locale> languages() {
        return Messages.LANGUAGES;
    }

    /** The same page in another language. */
    public String inLanguage(Locale language) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath(path());
        String query = request.getQueryString();
        return uri.query(query)
                .replaceQueryParam("lang", language.getLanguage())
                .build()
                .toUriString();
    }

    // Formats

    public ZoneId zone() {
        return frame.zone();
    }

    /** Made once for a page: it costs more than what it is used for. */
    private DateTimeFormatter format(String pattern) {
        return formats.computeIfAbsent(pattern, key -> DateTimeFormatter.ofPattern(key, locale));
    }

    /** A day. */
    public String date(LocalDate day) {
        return format("d MMM yyyy").format(day);
    }

    /** The day of a moment in the operator's zone. */
    public String date(Instant time) {
        return date(LocalDate.ofInstant(time, zone()));
    }

    /** Day and time of a moment in the operator's zone. */
    public String instant(Instant time) {
        return format("d MMM yyyy HH:mm").format(time.atZone(zone()));
    }

    /** A month. */
    public String month(YearMonth month) {
        return format("MMM yyyy").format(month);
    }

    /** A moment for programs, such as the attribute of a {@code time} element. */
    public String iso(Instant time) {
        return time.toString();
    }

    /** An amount with its currency. */
    public String money(Money money) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(Math.max(0, money.currency().getDefaultFractionDigits()));
        return format.format(money.amount()) + " " + money.currency().getCurrencyCode();
    }

    public String number(long number) {
        return whole.format(number);
    }

    /** A number with a fixed number of decimals. */
    public String decimal(double number, int decimals) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(number);
    }

    /** A part of the whole in percent, with one decimal; a dash if there is no whole. */
    public String percent(Ratio ratio) {
        return ratio.value().map(this::percent).orElse("–");
    }

    private String percent(BigDecimal part) {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(1);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(part);
    }

    /** A duration in its two largest units, such as {@code 2 d 4 h}. */
    public String duration(Duration duration) {
        if (duration.toDays() > 0) {
            return duration.toDays() + " d " + duration.toHoursPart() + " h";
        }
        if (duration.toHours() > 0) {
            return duration.toHours() + " h " + duration.toMinutesPart() + " min";
        }
        return duration.toMinutes() > 0
                ? duration.toMinutes() + " min " + duration.toSecondsPart() + " s"
                : duration.toSeconds() + " s";
    }

    /** What people call a customer. */
    public String customer(CustomerId customer) {
        return frame.customers().name(customer);
    }

    // The person

    /** The name under which the person logged in; empty if nobody did. */
    public Optional<String> user() {
        return Optional.ofNullable(request.getRemoteUser());
    }

    /** Whether the person may do what a role may. */
    public boolean may(Role role) {
        for (Role held : Role.values()) {
            if (held.includes(role) && request.isUserInRole(held.name())) {
                return true;
            }
        }
        return false;
    }

    // The page

    public String path() {
        Object failed = request.getAttribute("jakarta.servlet.error.request_uri");
        return failed == null ? request.getRequestURI() : String.valueOf(failed);
    }

    /** The screens that the person sees in the navigation. */
    public List<Screen> screens() {
        return frame.screens().stream().filter(screen -> may(screen.role())).toList();
    }

    /** Whether a screen is the one that is shown. */
    public boolean isOn(Screen screen) {
        return path().equals(screen.path()) || (!screen.path().equals("/") && path().startsWith(screen.path() + "/"));
    }

    /** Whether the page is only a part that htmx asked for. */
    public boolean isPart() {
        return request.getHeader("HX-Request") != null;
    }

    /** What was done before the redirect to this page. */
    public Optional<Flash> flash() {
        return Optional.ofNullable(RequestContextUtils.getInputFlashMap(request))
                .flatMap(map -> Optional.ofNullable(map.get("flash")))
                .filter(Flash.class::isInstance)
                .map(Flash.class::cast);
    }

    /** The parameter and the value that a form must have to be taken for ours. */
    public CsrfToken csrf() {
        Object token = request.getAttribute(CsrfToken.class.getName());
        if (!(token instanceof CsrfToken csrf)) {
            throw new IllegalStateException("there is no CSRF token; is the route behind the security filter?");
        }
        return csrf;
    }

    /** A new idempotency key for the hidden field {@code key} of a form. */
    public String newKey() {
        return UUID.randomUUID().toString();
    }

    /** How far the demo provider is; empty once it is there, or if there is none. */
    public OptionalInt preparing() {
        return frame.preparation().percent();
    }

    /** When this process started. */
    public Instant startedAt() {
        return frame.startedAt();
    }

    /** Whether this is a demo, whose users are named at the login. */
    public boolean isDemo() {
        return frame.isDemo();
    }
}
