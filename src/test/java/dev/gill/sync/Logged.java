package dev.gill.sync;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;

/** What this package writes to the log until it is closed. */
final class Logged extends Handler implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger("dev.gill.sync");

  private final List<String> messages = new CopyOnWriteArrayList<>();

  Logged() {
    LOG.addHandler(this);
  }

  List<String> messages() {
    return messages;
  }

  @Override
  public void publish(LogRecord record) {
    messages.add(new PatternFormatter("%s").format(ExtLogRecord.wrap(record)));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    LOG.removeHandler(this);
  }
}
