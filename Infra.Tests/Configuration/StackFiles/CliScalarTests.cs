using Infra.Configuration.StackFiles;

namespace Infra.Tests.Configuration.StackFiles;

/// <summary>
/// Expectations from the source of go-yaml 3.0.1 (resolve.go), the CLI's configuration (object.go) and Go's JSON:
/// https://pkg.go.dev/encoding/json#Marshal
/// </summary>
public sealed class CliScalarTests
{
    [Theory]
    [InlineData("17", "17")]
    [InlineData("012345678901", "12345678901")] // decimal, because 8 and 9 are not octal digits
    [InlineData("0123", "83")]
    [InlineData("0007", "7")]
    [InlineData("0815", "815")]
    [InlineData("-017", "-15")]
    [InlineData("00", "0")]
    [InlineData("-0", "0")]
    [InlineData("1.10", "1.1")]
    [InlineData("3.0", "3")]
    [InlineData("1.", "1")]
    [InlineData(".5", "0.5")]
    [InlineData("-.5", "-0.5")]
    [InlineData("+5", "5")]
    [InlineData("1_000", "1000")]
    [InlineData("1_0.5_0", "10.5")]
    [InlineData("0b101", "5")]
    [InlineData("0o17", "15")]
    [InlineData("0x1F", "31")]
    [InlineData("-0x10", "-16")]
    [InlineData("1e3", "1000")]
    [InlineData("1e10", "10000000000")]
    [InlineData("1E-7", "1e-7")]
    [InlineData("0.000001", "0.000001")]
    [InlineData("1e20", "100000000000000000000")]
    [InlineData("1e21", "1e+21")]
    [InlineData("9223372036854775808", "9223372036854775808")]
    [InlineData("18446744073709551615", "18446744073709551615")]
    [InlineData("18446744073709551616", "18446744073709552000")]
    [InlineData("12345678901234567890", "12345678901234567890")]
    [InlineData("99999999999999999999", "100000000000000000000")]
    [InlineData("0.1", "0.1")]
    [InlineData("123456789.123456789", "123456789.12345679")]
    public void Number_IsPassedAsJson(string written, string json) => Assert.Equal(new CliScalar(CliScalarKind.Number, json), CliScalar.Of(written));

    [Theory]
    [InlineData("true", "true")]
    [InlineData("True", "true")]
    [InlineData("TRUE", "true")]
    [InlineData("False", "false")]
    public void Flag_IsPassedInLowerCase(string written, string json) => Assert.Equal(new CliScalar(CliScalarKind.Flag, json), CliScalar.Of(written));

    [Theory]
    [InlineData("")]
    [InlineData("~")]
    [InlineData("null")]
    [InlineData("Null")]
    [InlineData("NULL")]
    public void MissingValue_IsNull(string written) => Assert.Equal(new CliScalar(CliScalarKind.Null, "null"), CliScalar.Of(written));

    [Theory]
    [InlineData("2024-01-01", "2024-01-01 00:00:00 +0000 UTC")]
    [InlineData("2024-1-2", "2024-01-02 00:00:00 +0000 UTC")]
    [InlineData("2001-12-14t21:59:43.10-05:00", "2001-12-14 21:59:43.1 -0500 -0500")]
    [InlineData("2024-01-01T10:00:00Z", "2024-01-01 10:00:00 +0000 UTC")]
    [InlineData("2024-01-01 10:00:00", "2024-01-01 10:00:00 +0000 UTC")]
    public void Date_HasGoFormat(string written, string text) => Assert.Equal(new CliScalar(CliScalarKind.Text, text), CliScalar.Of(written));

    [Theory]
    [InlineData("yes")] // booleans in YAML 1.1 only
    [InlineData("No")]
    [InlineData("on")]
    [InlineData("OFF")]
    [InlineData("y")]
    [InlineData("12:30:00")] // base 60 in YAML 1.1 only
    [InlineData("tRUE")]
    [InlineData("0b102")]
    [InlineData("0x")]
    [InlineData("1e400")]
    [InlineData("1.2.3")]
    [InlineData("10.0.0.0/16")]
    [InlineData("2024-13-01")]
    [InlineData("2024-01-01T10:00:00")] // not a timestamp without a zone
    [InlineData("Infinity")]
    [InlineData("+")]
    [InlineData("-")]
    [InlineData("_1")]
    [InlineData("5s")]
    public void Text_IsUnchanged(string written) => Assert.Equal(new CliScalar(CliScalarKind.Text, written), CliScalar.Of(written));

    [Theory]
    [InlineData(".inf", true)]
    [InlineData("-.INF", true)]
    [InlineData(".NaN", true)]
    [InlineData("+.nan", false)]
    [InlineData("inf", false)]
    [InlineData(".info", false)]
    public void NumberThatJsonLacks_IsUnsupported(string written, bool isUnsupported) => Assert.Equal(isUnsupported, CliScalar.IsUnsupported(written));
}
