package io.silverdata.contract.examples.console.speed;

import jakarta.servlet.Filter;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/** What a console is started with beside its own beans to be measured. No configuration that others would find by their scan. */
class MeasuredConsole {

    /** What the server did for a request. */
    record Served(long nanos, Recording recording) {}

    /** What was served, in order. */
    static final class Log {
        private final BlockingQueue<Served> served = new LinkedBlockingQueue<>();

        void add(Served one) {
            served.add(one);
        }

        /** Forgets what was served so far. */
        void forget() {
            served.clear();
        }

        /** Waits for what was served next. */
        Served next() throws InterruptedException {
            return served.take();
        }
    }

    @Bean
    static BeanPostProcessor recordsConnections() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource pool ? new RecordingDataSource(pool) : bean;
            }
        };
    }

    @Bean
    Log served() {
        return new Log();
    }

    /** From before security, session and all else until the page is written. */
    @Bean
    FilterRegistrationBean<Filter> stopwatch(DataSource source, Log served) {
        RecordingDataSource recording = (RecordingDataSource) Objects.requireNonNull(source);
        FilterRegistrationBean<Filter> filter = new FilterRegistrationBean<>((request, response, chain) -> {
            recording.begin();
            long begun = System.nanoTime();
            chain.doFilter(request, response);
            served.add(new Served(System.nanoTime() - begun, recording.end()));
        });
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }
}
