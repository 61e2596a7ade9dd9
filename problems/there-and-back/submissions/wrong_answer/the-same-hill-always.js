console.log('*\n**\n***\n**\n*')
