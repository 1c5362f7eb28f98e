namespace Infra.Tests.Stack.Parts;

public sealed class PortRangeTests
{
    [Theory]
    [InlineData("1", 1, 1)]
    [InlineData("4369", 4369, 4369)]
    [InlineData("9100-9155", 9100, 9155)]
    [InlineData("1-65535", 1, 65_535)]
    public void Text_IsAPortOrARange(string text, int first, int last)
    {
        Assert.Equal(new PortRange(first, last), PortRange.Parse(text));
        Assert.Equal(text, PortRange.Parse(text).ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("65536")]
    [InlineData("20-10")]
    [InlineData("1-2-3")]
    [InlineData("-5")]
    [InlineData("http")]
    public void OtherText_IsRefused(string text)
    {
        Assert.False(PortRange.TryParse(text, out _));
        Assert.Throws<FormatException>(() => PortRange.Parse(text));
    }
}
